using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Goals;
using FluentValidation;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>What a goal says.</summary>
/// <param name="Words">The goal, in the person's words; at most 1,000 characters.</param>
/// <param name="Themes">Codes of the themes it comes from, stars or not.</param>
/// <param name="Why">Why it matters to them; at most 2,000 characters.</param>
/// <param name="Domain">The domain of life: one of seven codes.</param>
/// <param name="Horizon">The day it looks to; open when not said.</param>
/// <param name="Strengths">The strengths it builds on.</param>
/// <param name="Alters">The people, animals, groups or places of the person's map that it is about or leans on.</param>
public sealed record GoalText(
    string Words, IReadOnlyList<string> Themes, string? Why = null, string? Domain = null, DateOnly? Horizon = null, IReadOnlyList<Guid>? Strengths = null,
    IReadOnlyList<Guid>? Alters = null)
{
    internal const int LongestWords = 1000;
    internal const int LongestWhy = 2000;
    internal const int MostLinks = 20;

    internal GoalContent Seal(IRecordKey key) => new(
        key.Seal(PlanColumns.GoalWords, Words), key.SealAny(PlanColumns.GoalWhy, Why), Domain, Horizon, Themes, Strengths ?? [], Alters ?? []);

    internal bool IsIn(GoalWording wording, IRecordKey key) =>
        key.Says(PlanColumns.GoalWords, wording.WordsSealed, Words) && key.Says(PlanColumns.GoalWhy, wording.WhySealed, Why)
        && wording.Domain == Domain && wording.Horizon == Horizon && wording.Themes.SequenceEqual(Themes)
        && wording.Strengths.SequenceEqual(Strengths ?? []) && wording.Alters.SequenceEqual(Alters ?? []);
}

internal sealed class GoalTextValidator : AbstractValidator<GoalText>
{
    public GoalTextValidator()
    {
        RuleFor(goal => goal.Words).NotEmpty().MaximumLength(GoalText.LongestWords);
        RuleFor(goal => goal.Why).MaximumLength(GoalText.LongestWhy);
        RuleFor(goal => goal.Domain).Must(code => code is null || LifeDomain.Codes.Contains(code)).Because(PlanErrors.UnknownDomain);
        RuleFor(goal => goal.Horizon).MustBeNear();
        RuleFor(goal => goal.Themes).Must(codes => codes.Count <= GoalText.MostLinks && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count);
        RuleFor(goal => goal.Strengths).Must(ids => ids is null || (ids.Count <= GoalText.MostLinks && ids.Distinct().Count() == ids.Count));
        RuleFor(goal => goal.Alters).Must(ids => ids is null || (ids.Count <= GoalText.MostLinks && ids.Distinct().Count() == ids.Count));
        RuleForEach(goal => goal.Themes).NotEmpty().MaximumLength(100);
    }
}
