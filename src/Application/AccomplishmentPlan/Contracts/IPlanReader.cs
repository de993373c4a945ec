using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>What other modules may know of a person's plan; the person's rows must be open to the request, or nothing is found.</summary>
public interface IPlanReader
{
    /// <summary>How many actions use each strength; a strength that none uses is absent.</summary>
    Task<IReadOnlyList<StrengthUse>> StrengthUsesAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The goals that come from each theme, as the goals say now; proposals that wait or were declined are left out.</summary>
    Task<IReadOnlyList<StarGoal>> StarGoalsAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The plan now, in words: what the person took on and what was agreed; proposals are left out.</summary>
    Task<PlanInWords> PlanNowAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The whole tab at a glance, in one statement.</summary>
    Task<PlanOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Which of these goals, actions and follow-ups there are, and whether they count.</summary>
    Task<IReadOnlyList<KnownPlanThing>> ThingsAsync(Guid serviceUserId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The day it is where the person lives.</summary>
    Task<DateOnly> TodayAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>What a thing of a plan is.</summary>
public enum PlanThingKind
{
    Goal,
    Action,
    FollowUp,
}

/// <summary>A thing of a plan that a link may point to, without its words.</summary>
/// <param name="Counts">False for what was declined, set aside or dropped.</param>
public sealed record KnownPlanThing(PlanThingKind Kind, Guid Id, bool Counts);

/// <summary>How a strength is used.</summary>
/// <param name="OpenActions">Agreed actions that use it and remain to be done, of goals that hold.</param>
/// <param name="AllActions">Agreed actions that use it, over or not.</param>
public sealed record StrengthUse(Guid StrengthId, int OpenActions, int AllActions);

/// <summary>A goal that comes from a theme.</summary>
/// <param name="Theme">The theme's code.</param>
/// <param name="State"><c>adopted</c>, <c>under_way</c>, <c>reached</c> or <c>set_aside</c>.</param>
public sealed record StarGoal(string Theme, Guid GoalId, string State);

/// <summary>A plan in words.</summary>
/// <param name="TimeZone">Where its days are counted.</param>
/// <param name="Today">The day it is there.</param>
public sealed record PlanInWords(string TimeZone, DateOnly Today, IReadOnlyList<GoalInWords> Goals);

/// <summary>A goal in words.</summary>
/// <param name="State"><c>adopted</c>, <c>under_way</c>, <c>reached</c> or <c>set_aside</c>.</param>
/// <param name="Domain">The code of a domain of life.</param>
/// <param name="Horizon">The day it looks to; null when open.</param>
/// <param name="Levels">Five, from much less than hoped to much more; none when they are not written.</param>
/// <param name="OthersWords">Whose words they are, where the person took on somebody else's as they were; null for words of their own, or found together.</param>
public sealed record GoalInWords(
    Guid GoalId, string State, string Words, string? Why, string? Domain, DateOnly? Horizon, IReadOnlyList<string> Themes, IReadOnlyList<string> Levels, IReadOnlyList<ActionInWords> Actions,
    Perspective? OthersWords);

/// <summary>An action in words.</summary>
/// <param name="State"><c>to_do</c>, <c>under_way</c>, <c>done</c> or <c>dropped</c>.</param>
/// <param name="Carrier"><c>person</c>, <c>practitioner</c>, <c>relative</c> or <c>partner</c>; null when nobody carries it.</param>
/// <param name="CarrierName">Null for the person.</param>
/// <param name="NextOn">The day it is due next.</param>
/// <param name="Late">True when it was to be done once, by a day that has passed.</param>
/// <param name="OthersWords">As for a goal.</param>
public sealed record ActionInWords(
    Guid ActionId, string State, string What, string? FirstStep, string? Carrier, string? CarrierName, DateOnly? Due, DateOnly? NextOn, bool ComesBack, bool Late, Perspective? OthersWords);

/// <summary>The plan at a glance.</summary>
/// <param name="TimeZone">Where its days are counted.</param>
/// <param name="Today">The day it is there.</param>
/// <param name="Goals">All of them, oldest first.</param>
/// <param name="Actions">All of them, oldest first.</param>
/// <param name="Reviews">Latest first.</param>
public sealed record PlanOverview(
    string TimeZone, DateOnly Today, IReadOnlyList<OverviewGoal> Goals, IReadOnlyList<OverviewAction> Actions, IReadOnlyList<OverviewReview> Reviews);

/// <summary>A goal at a glance.</summary>
/// <param name="Perspective">Whose words they are.</param>
/// <param name="State"><c>proposed</c>, <c>adopted</c>, <c>under_way</c>, <c>reached</c>, <c>set_aside</c> or <c>declined</c>.</param>
/// <param name="Domain">The code of a domain of life; null when none was said.</param>
/// <param name="Horizon">The day it looks to; null when open.</param>
/// <param name="ChangedAt">When the server last received something about it.</param>
public sealed record OverviewGoal(Guid GoalId, string State, string Words, Perspective Perspective, string? Domain, DateOnly? Horizon, DateTimeOffset ChangedAt);

/// <summary>An action at a glance.</summary>
/// <param name="Perspective">Whose words they are.</param>
/// <param name="State"><c>proposed</c>, <c>to_do</c>, <c>under_way</c>, <c>done</c>, <c>dropped</c> or <c>declined</c>.</param>
/// <param name="Carrier"><c>person</c>, <c>practitioner</c>, <c>relative</c> or <c>partner</c> who said yes; null while nobody did.</param>
/// <param name="Due">The day by which it is to be done; for one that comes back, its last day.</param>
/// <param name="Open">True when it was agreed, is not over, and its goal holds.</param>
/// <param name="Late">True when it was to be done once, by a day that has passed, and is open.</param>
/// <param name="ChangedAt">When the server last received something about it.</param>
public sealed record OverviewAction(
    Guid ActionId, Guid GoalId, string State, string What, Perspective Perspective, string? Carrier, DateOnly? Due, bool ComesBack, bool Open, bool Late, DateTimeOffset ChangedAt);

/// <summary>A review at a glance.</summary>
/// <param name="NextOn">When the next one is to be; null when that was not said.</param>
/// <param name="ChangedAt">When the server received it.</param>
public sealed record OverviewReview(Guid ReviewId, DateOnly HeldOn, DateOnly? NextOn, DateTimeOffset ChangedAt);
