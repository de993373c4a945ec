using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>That the person, from their own account, says that somebody does not represent them: a fact with its time, in force until they take it back.</summary>
/// <remarks>It ends no mandate, which is the law's to give and to end; while it is in force, whoever is contested decides nothing in the person's rights.</remarks>
public sealed class RepresentationContest : Aggregate
{
    private RepresentationContest()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid RepresentativeId { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>When the person took it back; null while it is in force.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <exception cref="RuleViolation">The representation is over.</exception>
    public static RepresentationContest Of(Representative representative, Guid id, DateTimeOffset now)
    {
        if (representative.IsOver(now))
        {
            throw new RuleViolation(RightsErrors.RepresentationOver);
        }

        var contest = new RepresentationContest { ServiceUserId = representative.ServiceUserId, Id = id, RepresentativeId = representative.Id, Since = now };
        contest.Raise(new RepresentationsChanged(contest.ServiceUserId));
        return contest;
    }

    /// <summary>Taken back twice, the first time stays.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (Until is null)
        {
            Until = now;
            Touch();
            Raise(new RepresentationsChanged(ServiceUserId));
        }
    }
}
