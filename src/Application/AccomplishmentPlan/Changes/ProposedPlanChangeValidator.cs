using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using FluentValidation;

namespace Barometre.Application.AccomplishmentPlan.Changes;

/// <summary>The shape that each part has in its own command.</summary>
internal sealed class ProposedPlanChangeValidator : AbstractValidator<ProposedPlanChange>
{
    public ProposedPlanChangeValidator()
    {
        RuleFor(change => change.ThingId).NotEmpty();
        RuleFor(change => change.Goal!).SetValidator(new GoalTextValidator()).When(change => change.Goal is not null);
        RuleFor(change => change.Action!).SetValidator(new ActionTextValidator()).When(change => change.Action is not null);
        RuleFor(change => change.Carrier!).SetValidator(new CarrierTextValidator()).When(change => change.Carrier is not null);
        // What the person took on is not proposed to them anew, nor declined for them.
        RuleFor(change => change.GoalState).Must(state => state is null || (Enum.IsDefined(state.Value) && state.Value.IsTakenOn()));
        RuleFor(change => change.ActionState).Must(state => state is null || (Enum.IsDefined(state.Value) && state.Value.IsAgreed()));
        RuleFor(change => change.Words).MaximumLength(GoalText.LongestWhy);
        RuleFor(change => change.Words).Null().When(change => change.GoalState is null);
        When(change => change.Levels is not null, () =>
        {
            RuleFor(change => change.Levels!.Words).Must(words => words.Count == PlanColumns.Levels.Count);
            RuleForEach(change => change.Levels!.Words).NotEmpty().MaximumLength(GoalText.LongestWords);
            RuleFor(change => change.Levels!.Weight).InclusiveBetween(1, LevelWording.Heaviest);
        });
    }
}
