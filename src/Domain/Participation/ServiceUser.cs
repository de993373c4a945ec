using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>A person and their record. The record is theirs: it may exist before they have an account, and moves with them between projects.</summary>
public sealed class ServiceUser : Aggregate
{
    private readonly List<Enrolment> _enrolments = [];

    private ServiceUser()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>The person's own account; null until they claim their record, which they never have to.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>What the person wants to be called, sealed with the record's key.</summary>
    public byte[] CalledNameSealed { get; private set; } = [];

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>The account of whoever opened the record with the person; null when the installation's operator did, for an import.</summary>
    public Guid? OpenedBy { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The person said no to being accompanied with this record: nobody of the circle opens it until they say yes again.</summary>
    public bool CareClosed { get; private set; }

    /// <summary>The person froze the record: nobody but them reads or writes in it until that is lifted.</summary>
    public bool Frozen { get; private set; }

    public IReadOnlyList<Enrolment> Enrolments => _enrolments;

    /// <summary>A practitioner, or the installation's operator, opens a record in a project, with what the person wants to be called.</summary>
    public static ServiceUser Open(Guid serviceUserId, byte[] calledNameSealed, string language, Guid projectId, Guid? openedBy, DateTimeOffset now)
    {
        var person = new ServiceUser
        {
            ServiceUserId = serviceUserId, CalledNameSealed = calledNameSealed, Language = language, OpenedBy = openedBy, OpenedAt = now,
        };
        person._enrolments.Add(Enrolment.Begin(serviceUserId, projectId, now));
        return person;
    }

    /// <summary>The person makes the record theirs.</summary>
    /// <exception cref="RuleViolation">It already is somebody's.</exception>
    public void Claim(Guid accountId)
    {
        if (AccountId is not null)
        {
            throw new RuleViolation(ParticipationErrors.AlreadyClaimed);
        }

        AccountId = accountId;
        Touch();
        // Whoever was recorded as representing them before is told to them now.
        Raise(new RepresentationsChanged(ServiceUserId));
    }

    /// <summary>The record is nobody's any more: it is about to be erased.</summary>
    public void Release()
    {
        AccountId = null;
        Touch();
    }

    /// <summary>The person is called otherwise from now on, or prefers another language.</summary>
    public void Describe(byte[] calledNameSealed, string language)
    {
        (CalledNameSealed, Language) = (calledNameSealed, language);
        Touch();
    }

    /// <summary>What follows from the person's last answer about being accompanied.</summary>
    public void CareIsOpen(bool open)
    {
        if (CareClosed == open)
        {
            CareClosed = !open;
            Touch();
        }
    }

    /// <summary>What follows from a freeze, or from its being lifted.</summary>
    public void Freeze(bool frozen)
    {
        if (Frozen != frozen)
        {
            Frozen = frozen;
            Touch();
        }
    }

    public bool IsIn(Guid projectId) => StayIn(projectId) is not null;

    /// <summary>The person enters a project; already in it, nothing changes.</summary>
    public void Enrol(Guid projectId, DateTimeOffset now)
    {
        if (!IsIn(projectId))
        {
            _enrolments.Add(Enrolment.Begin(ServiceUserId, projectId, now));
            Touch();
            Raise(new ProjectsChanged(ServiceUserId));
        }
    }

    /// <summary>The person leaves a project; already out of it, nothing changes.</summary>
    public void Leave(Guid projectId, DateTimeOffset now)
    {
        if (StayIn(projectId) is { } stay)
        {
            stay.End(now);
            Touch();
            Raise(new ProjectsChanged(ServiceUserId));
        }
    }

    /// <summary>The person goes from one project to another, and keeps the record.</summary>
    /// <exception cref="RuleViolation">The person is not in the project they would leave.</exception>
    public void Move(Guid fromProjectId, Guid toProjectId, DateTimeOffset now)
    {
        if (!IsIn(fromProjectId))
        {
            throw new RuleViolation(ParticipationErrors.NotInProject);
        }

        if (fromProjectId != toProjectId)
        {
            Leave(fromProjectId, now);
            Enrol(toProjectId, now);
        }
    }

    private Enrolment? StayIn(Guid projectId) => _enrolments.Find(stay => stay.ProjectId == projectId && stay.Until is null);
}
