using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>What an action says, its words sealed.</summary>
/// <param name="WhatSealed">What is to be done.</param>
/// <param name="FirstStepSealed">The first small step.</param>
/// <param name="StrengthId">The strength that it uses.</param>
/// <param name="Due">The day by which it is to be done; for one that comes back, its last day.</param>
/// <param name="Recurrence">How it comes back; null when it is done once.</param>
public sealed record ActionContent(byte[] WhatSealed, byte[]? FirstStepSealed, Guid? StrengthId, DateOnly? Due, Recurrence? Recurrence);

/// <summary>Who is to carry an action.</summary>
/// <param name="MemberId">The member of the circle; null for the person and for a partner.</param>
/// <param name="AccountId">That member's account.</param>
/// <param name="NameSealed">A partner's name.</param>
/// <param name="RoleSealed">What a partner is.</param>
public sealed record Carrier(CarrierKind Kind, Guid? MemberId, Guid? AccountId, byte[]? NameSealed, byte[]? RoleSealed)
{
    /// <summary>The person themself.</summary>
    public static Carrier Person { get; } = new(CarrierKind.Person, null, null, null, null);
}

/// <summary>What an action said from a time on.</summary>
public sealed class ActionWording : NotedFact
{
    private ActionWording()
    {
    }

    private ActionWording(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid ActionId { get; private init; }

    public byte[] WhatSealed { get; private init; } = [];

    public byte[]? FirstStepSealed { get; private init; }

    public Guid? StrengthId { get; private init; }

    /// <summary>The day by which it is to be done; for one that comes back, its last day.</summary>
    public DateOnly? Due { get; private init; }

    /// <summary>Null when it is done once.</summary>
    public Repeat? Repeat { get; private init; }

    public short? Every { get; private init; }

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    public short[] Days { get; private init; } = [];

    public DateOnly? RepeatsFrom { get; private init; }

    /// <summary>How it comes back; null when it is done once.</summary>
    public Recurrence? Recurrence => Repeat is { } repeat ? new Recurrence(repeat, Every!.Value, [.. Days.Select(day => (int)day)], RepeatsFrom!.Value) : null;

    /// <summary>True when both fall on the same days.</summary>
    internal bool HasTheDatesOf(ActionWording other) =>
        Due == other.Due && Repeat == other.Repeat && Every == other.Every && RepeatsFrom == other.RepeatsFrom && Days.SequenceEqual(other.Days);

    internal static ActionWording Of(Guid actionId, Noting noting, ActionContent content, DateTimeOffset now, DateTimeOffset? after = null) => new(noting, now, after)
    {
        ActionId = actionId,
        WhatSealed = content.WhatSealed,
        FirstStepSealed = content.FirstStepSealed,
        StrengthId = content.StrengthId,
        Due = content.Due,
        Repeat = content.Recurrence?.Repeat,
        Every = (short?)content.Recurrence?.Every,
        Days = [.. (content.Recurrence?.Days ?? []).Select(day => (short)day)],
        RepeatsFrom = content.Recurrence?.From,
    };
}

/// <summary>An action's coming to a state.</summary>
public sealed class ActionStep : NotedFact
{
    private ActionStep()
    {
    }

    private ActionStep(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid ActionId { get; private init; }

    public ActionState State { get; private init; }

    internal static ActionStep Of(Guid actionId, Noting noting, ActionState state, DateTimeOffset now, DateTimeOffset? after = null) =>
        new(noting, now, after) { ActionId = actionId, State = state };
}

/// <summary>A turn in who carries an action: asked, accepted, declined, given back.</summary>
public sealed class CarryingFact : NotedFact
{
    private CarryingFact()
    {
    }

    private CarryingFact(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid ActionId { get; private init; }

    public Carrying Carrying { get; private init; }

    public CarrierKind CarrierKind { get; private init; }

    public Guid? MemberId { get; private init; }

    public byte[]? NameSealed { get; private init; }

    public byte[]? RoleSealed { get; private init; }

    internal static CarryingFact Of(Guid actionId, Noting noting, Carrying carrying, Carrier carrier, DateTimeOffset now, DateTimeOffset? after) => new(noting, now, after)
    {
        ActionId = actionId,
        Carrying = carrying,
        CarrierKind = carrier.Kind,
        MemberId = carrier.MemberId,
        NameSealed = carrier.NameSealed,
        RoleSealed = carrier.RoleSealed,
    };
}

/// <summary>What became of an action on one of the days it comes back.</summary>
public enum OccurrenceOutcome
{
    Done,
    Skipped,

    /// <summary>What was said of the day is taken back.</summary>
    Cleared,
}

/// <summary>What became of an action on one of the days it comes back, as noted at a time; the last one counts.</summary>
public sealed class OccurrenceMark : NotedFact
{
    private OccurrenceMark()
    {
    }

    private OccurrenceMark(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public Guid ActionId { get; private init; }

    /// <summary>The day, where the person lives.</summary>
    public DateOnly Day { get; private init; }

    public OccurrenceOutcome Outcome { get; private init; }

    internal static OccurrenceMark Of(Guid actionId, Noting noting, DateOnly day, OccurrenceOutcome outcome, DateTimeOffset now) =>
        new(noting, now) { ActionId = actionId, Day = day, Outcome = outcome };
}
