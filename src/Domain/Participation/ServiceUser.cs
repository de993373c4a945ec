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

    /// <summary>The account of whoever opened the record.</summary>
    public Guid OpenedBy { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public IReadOnlyList<Enrolment> Enrolments => _enrolments;

    /// <summary>A practitioner opens a record in a project, with what the person wants to be called.</summary>
    public static ServiceUser Open(Guid serviceUserId, byte[] calledNameSealed, string language, Guid projectId, Guid openedBy, DateTimeOffset now)
    {
        var person = new ServiceUser
        {
            ServiceUserId = serviceUserId, CalledNameSealed = calledNameSealed, Language = language, OpenedBy = openedBy, OpenedAt = now,
        };
        person._enrolments.Add(Enrolment.Begin(serviceUserId, projectId, now));
        return person;
    }
}
