using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>A goal's path: how it came to where it stands, what was noted on the way, and where each voice saw it.</summary>
public sealed record GetGoalPathQuery(Guid ServiceUserId, Guid GoalId) : IQuery<GoalPath>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>A goal's path, each list oldest first.</summary>
/// <param name="Goal">The goal now.</param>
/// <param name="Wordings">All that it has said.</param>
/// <param name="Attainment">GAS T of this goal alone, each voice apart.</param>
public sealed record GoalPath(
    GoalView Goal, IReadOnlyList<StepView> Steps, IReadOnlyList<WordingView> Wordings, IReadOnlyList<FollowUpView> FollowUps, IReadOnlyList<VoiceLevel> Ratings,
    IReadOnlyList<AttainmentSeries> Attainment);

/// <summary>A goal's coming to a state.</summary>
/// <param name="Words">Why, if it was said.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
public sealed record StepView(Guid StepId, GoalState State, string? Words, DateTimeOffset At, DateTimeOffset RecordedAt, Guid AuthorId, Perspective Perspective, Setting Setting, Guid? PresentMemberId);

/// <summary>What a goal said from a time on.</summary>
public sealed record WordingView(Guid WordingId, string Words, string? Why, DateOnly? Horizon, DateTimeOffset At, Guid AuthorId, Perspective Perspective, Setting Setting);

/// <summary>How it went, as a voice saw it.</summary>
/// <param name="ActionId">The action it is about; null when about the goal.</param>
/// <param name="Progress">0 = nothing done, 100 = all of it; null when not said.</param>
public sealed record FollowUpView(Guid FollowUpId, Guid? ActionId, int? Progress, string? Words, DateTimeOffset At, DateTimeOffset RecordedAt, Guid AuthorId, Perspective Perspective, Setting Setting);

internal sealed class GetGoalPathHandler(PlanPictures pictures, IRecordKeys keys, TimeProvider time) : IRequestHandler<GetGoalPathQuery, GoalPath>
{
    public async Task<GoalPath> Handle(GetGoalPathQuery query, CancellationToken cancellationToken)
    {
        var (picture, history) = await pictures.AtAsync(query.ServiceUserId, time.GetUtcNow(), cancellationToken);
        var goal = history.Goals.FirstOrDefault(one => one.Id == query.GoalId) ?? throw new NotFound();
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return new GoalPath(
            picture.Goal(goal),
            [.. Steps(history.GoalSteps[goal.Id]).Select(step => Of(step, key))],
            [.. history.GoalWordings[goal.Id].InOrder().Select(wording => Of(wording, key))],
            [.. history.FollowUps[goal.Id].InOrder().Select(followUp => Of(followUp, key))],
            [.. history.Ratings[goal.Id].InOrder().Select(rating => new VoiceLevel(rating.Perspective, rating.Level, rating.At, rating.Setting, rating.ReviewId))],
            AttainmentSeries.Of(history, [goal]));
    }

    // The same said again is no other step, unless it was said why.
    private static IEnumerable<GoalStep> Steps(IEnumerable<GoalStep> steps)
    {
        var all = steps.ToList();
        var comings = all.Comings(step => step.State).ToHashSet();
        return all.InOrder().Where(step => comings.Contains(step) || step.WordsSealed is not null);
    }

    private static StepView Of(GoalStep step, IRecordKey key) => new(
        step.Id, step.State, key.OpenAny(PlanColumns.StepWords, step.WordsSealed), step.At, step.RecordedAt, step.AuthorId, step.Perspective, step.Setting, step.PresentMemberId);

    private static WordingView Of(GoalWording wording, IRecordKey key) => new(
        wording.Id, key.Open(PlanColumns.GoalWords, wording.WordsSealed), key.OpenAny(PlanColumns.GoalWhy, wording.WhySealed), wording.Horizon, wording.At,
        wording.AuthorId, wording.Perspective, wording.Setting);

    private static FollowUpView Of(FollowUp followUp, IRecordKey key) => new(
        followUp.Id, followUp.ActionId, followUp.Progress, key.OpenAny(PlanColumns.FollowUpWords, followUp.WordsSealed), followUp.At, followUp.RecordedAt,
        followUp.AuthorId, followUp.Perspective, followUp.Setting);
}
