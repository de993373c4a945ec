using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>A person's plan at a time.</summary>
/// <param name="At">The time.</param>
/// <param name="TimeZone">Where the days are counted: the person's zone.</param>
/// <param name="Today">The day it was there.</param>
/// <param name="Goals">Oldest first.</param>
public sealed record PlanView(DateTimeOffset At, string TimeZone, DateOnly Today, IReadOnlyList<GoalView> Goals);

/// <summary>Who wrote something first, and whether alone or together with somebody.</summary>
public sealed record WriterView(Guid AccountId, Perspective Perspective, Setting Setting);

/// <summary>A goal at a time.</summary>
/// <param name="Holds">True when people can be held to its actions: the person took it on and has not put it aside.</param>
/// <param name="WordsSince">Since when it says so.</param>
/// <param name="WordsBy">Whose words they are: somebody else may have written it first.</param>
/// <param name="Horizon">The day it looks to; null when open.</param>
/// <param name="Levels">Null until they are written.</param>
/// <param name="Voices">Where each voice that has said so sees it; never merged.</param>
public sealed record GoalView(
    Guid GoalId, GoalState State, DateTimeOffset StateSince, bool Holds, WriterView WrittenBy, DateTimeOffset WrittenAt, string Words, string? Why, DateTimeOffset WordsSince, WriterView WordsBy,
    string? Domain, DateOnly? Horizon, IReadOnlyList<ThemeLink> Themes, IReadOnlyList<ThingLink> Strengths, IReadOnlyList<ThingLink> Alters,
    LevelsView? Levels, IReadOnlyList<VoiceLevel> Voices, IReadOnlyList<ActionView> Actions);

/// <summary>The five levels of a goal in words.</summary>
/// <param name="Weight">1 to 10: how much the goal counts beside the others.</param>
/// <param name="Words">Five, from much less than hoped (−2) to much more than hoped (+2).</param>
public sealed record LevelsView(int Weight, IReadOnlyList<string> Words, DateTimeOffset Since);

/// <summary>Where one voice sees a goal among its levels.</summary>
/// <param name="Level">−2 to +2; 0 is as hoped.</param>
/// <param name="ReviewId">The review in which it was given.</param>
public sealed record VoiceLevel(Perspective Perspective, int Level, DateTimeOffset At, Setting Setting, Guid? ReviewId);

/// <summary>An action at a time.</summary>
/// <param name="Holds">True when somebody is held to it now: the goal holds, it is agreed and not over, and its carrier said yes and is still there.</param>
/// <param name="WordsBy">Whose words they are now.</param>
/// <param name="Strength">The strength that it uses.</param>
/// <param name="Due">The day by which it is to be done; for one that comes back, its last day.</param>
/// <param name="NextOn">The day it is due next, while it is open; late or not.</param>
/// <param name="Late">True when it was to be done once, by a day that has passed.</param>
/// <param name="Carrier">Null while nobody was asked.</param>
/// <param name="Days">What was said of the days it comes back, latest first; at most 31.</param>
public sealed record ActionView(
    Guid ActionId, ActionState State, DateTimeOffset StateSince, bool Holds, WriterView WrittenBy, WriterView WordsBy, string What, string? FirstStep, ThingLink? Strength,
    DateOnly? Due, Recurrence? Recurrence, DateOnly? NextOn, bool Late, CarrierView? Carrier, IReadOnlyList<DayView> Days);

/// <summary>What became of an action on a day.</summary>
public sealed record DayView(DateOnly Day, OccurrenceOutcome Outcome);

/// <summary>Who carries an action, or was asked to.</summary>
/// <param name="MemberId">The member of the circle; null for the person and for a partner.</param>
/// <param name="Name">The member's or the partner's; null for the person.</param>
/// <param name="Role">What a partner is.</param>
/// <param name="Left">True when the member has left the circle: the action waits for a new carrier.</param>
public sealed record CarrierView(CarrierKind Kind, Carrying Carrying, DateTimeOffset Since, Guid? MemberId, string? Name, string? Role, bool Left);
