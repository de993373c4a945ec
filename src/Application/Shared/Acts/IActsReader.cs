using Barometre.Domain.Shared;

namespace Barometre.Application.Shared.Acts;

/// <summary>Tells what people did in one module about one person: what, in whose name, when, without a word of it. The person's rows must be open to the request.</summary>
public interface IActsReader
{
    Task<RecordedActs> ActsAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Everybody about whom something was done; with every record open, as the installation has them.</summary>
    Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken);
}

/// <summary>What was done in one module.</summary>
/// <param name="Offers">What others proposed as new to the person.</param>
public sealed record RecordedActs(IReadOnlyList<RecordedAct> Acts, IReadOnlyList<RecordedOffer> Offers);

/// <summary>One thing that was done.</summary>
/// <param name="FactId">The fact it is read from.</param>
/// <param name="By">In whose name; null for somebody outside the circle.</param>
public sealed record RecordedAct(Guid FactId, ActKind Kind, Perspective? By, Setting Setting, DateTimeOffset At);

/// <summary>Something that somebody else proposed, and the person's answer.</summary>
/// <param name="Answer">Null while there is none.</param>
/// <param name="AnsweredAt">When it was given.</param>
public sealed record RecordedOffer(Guid FactId, DateTimeOffset At, OfferAnswer? Answer, DateTimeOffset? AnsweredAt);

/// <summary>What became of something that was proposed.</summary>
public enum OfferAnswer
{
    /// <summary>Yes, as it was.</summary>
    Accepted,

    /// <summary>Yes, in the person's own way.</summary>
    Amended,

    Declined,

    /// <summary>Taken back by whoever proposed it.</summary>
    Withdrawn,
}

/// <summary>What people do in a record that says something of who has a part in it.</summary>
public enum ActKind
{
    AssessmentOpened,
    StarsChosen,
    StrengthNamed,
    StrengthAnswered,
    GoalWritten,
    GoalDecided,
    GoalWorded,
    ActionWritten,
    ActionDecided,
    ActionWorded,
    CarrierAsked,
    CarrierAnswered,

    /// <summary>In the name of whoever carries the action.</summary>
    ActionDone,
    Reviewed,

    /// <summary>Of a goal that was taken on: under way, reached, set aside.</summary>
    GoalMoved,
    FollowedUp,
    LevelRated,
}
