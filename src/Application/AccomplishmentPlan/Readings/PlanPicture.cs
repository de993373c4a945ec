using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>Shows a plan as it was at a time: of each thing, the last that was noted until then.</summary>
internal sealed class PlanPicture(PlanHistory history, LinkStates links, IReadOnlyList<CirclePlace> circle, IRecordKey key, DateTimeOffset at)
{
    private const int MostDays = 31;

    private readonly Dictionary<Guid, CirclePlace> _circle = circle.ToDictionary(place => place.MemberId);

    public DateOnly Today { get; } = ActionDays.Today(history.TimeZone, at);

    public PlanView Plan() => new(at, history.TimeZone, Today, [.. history.Goals.Where(goal => goal.At <= at).Select(Goal)]);

    public GoalView Goal(Goal goal)
    {
        var (step, wording) = (history.GoalSteps[goal.Id].LastAt(at)!, history.GoalWordings[goal.Id].LastAt(at)!);
        var levels = history.Levels[goal.Id].LastAt(at);
        return new GoalView(
            goal.Id, step.State, step.At, step.State.Holds(), new WriterView(goal.WrittenBy, goal.Perspective, goal.Setting), goal.At,
            key.Open(PlanColumns.GoalWords, wording.WordsSealed), key.OpenAny(PlanColumns.GoalWhy, wording.WhySealed), wording.At, By(wording), wording.Domain, wording.Horizon,
            [.. wording.Themes.Select(links.Theme)], [.. wording.Strengths.Select(links.Strength)], [.. wording.Alters.Select(links.Alter)],
            levels is null ? null : new LevelsView(levels.Weight, key.Opens(levels), levels.At),
            [.. history.Ratings[goal.Id].Where(rating => rating.At <= at).GroupBy(rating => rating.Perspective).OrderBy(voice => voice.Key).Select(voice => Voice(voice.InOrder().Last()))],
            [.. history.Actions.Where(action => action.GoalId == goal.Id && action.At <= at).Select(action => Action(action, step.State))]);
    }

    public ActionView Action(PlanAction action, GoalState goal)
    {
        var (step, wording) = (history.ActionSteps[action.Id].LastAt(at)!, history.ActionWordings[action.Id].LastAt(at)!);
        var carrier = history.Turns[action.Id].LastAt(at) is { } turn ? Carrier(turn) : null;
        var days = ActionDays.Settled(history.Marks[action.Id].Where(mark => mark.At <= at));
        var isOpen = step.State.IsOpen() && goal.Holds();
        return new ActionView(
            action.Id, step.State, step.At, isOpen && carrier is { Carrying: Carrying.Accepted, Left: false }, new WriterView(action.WrittenBy, action.Perspective, action.Setting), By(wording),
            key.Open(PlanColumns.ActionWhat, wording.WhatSealed), key.OpenAny(PlanColumns.ActionFirstStep, wording.FirstStepSealed),
            wording.StrengthId is { } strength ? links.Strength(strength) : null, wording.Due, wording.Recurrence,
            isOpen ? ActionDays.Next(wording, days.Keys.ToHashSet(), Today) : null, isOpen && ActionDays.IsLate(wording, Today), carrier,
            [.. days.OrderByDescending(day => day.Key).Take(MostDays).Select(day => new DayView(day.Key, day.Value))]);
    }

    public CarrierView Carrier(CarryingFact turn)
    {
        var place = turn.MemberId is { } member ? _circle.GetValueOrDefault(member) : null;
        return new CarrierView(
            turn.CarrierKind, turn.Carrying, turn.At, turn.MemberId, place?.DisplayName ?? key.OpenAny(PlanColumns.CarrierName, turn.NameSealed),
            key.OpenAny(PlanColumns.CarrierRole, turn.RoleSealed), turn.MemberId is not null && place is not { Active: true });
    }

    private static WriterView By(NotedFact fact) => new(fact.AuthorId, fact.Perspective, fact.Setting);

    private static VoiceLevel Voice(LevelRating rating) => new(rating.Perspective, rating.Level, rating.At, rating.Setting, rating.ReviewId);
}

/// <summary>Makes pictures of plans.</summary>
public sealed class PlanPictures(IAccomplishmentPlanDb db, PlanLinks links, ICircleReader circle, IRecordKeys keys, TimeProvider time)
{
    /// <summary>The plan now; the person's rows must be open to the request.</summary>
    public async Task<PlanView> NowAsync(Guid serviceUserId, CancellationToken cancellationToken) => (await AtAsync(serviceUserId, time.GetUtcNow(), cancellationToken)).Picture.Plan();

    /// <summary>The picture at a time, and all that it was made from; the person's rows must be open to the request.</summary>
    internal async Task<(PlanPicture Picture, PlanHistory History)> AtAsync(Guid serviceUserId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var history = await PlanHistory.ReadAsync(db, serviceUserId, cancellationToken);
        var states = await links.ResolveAsync(serviceUserId, history, cancellationToken);
        var places = await circle.PlacesAsync(serviceUserId, cancellationToken);
        return (new PlanPicture(history, states, places, await keys.ForAsync(serviceUserId, cancellationToken), at), history);
    }
}
