using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Strengths;
using FluentValidation;

namespace Barometre.Application.Strengths.Changes;

/// <summary>The shape that each part has in its own command.</summary>
internal sealed class ProposedStrengthChangeValidator : AbstractValidator<ProposedStrengthChange>
{
    public ProposedStrengthChangeValidator()
    {
        RuleFor(change => change.StrengthId).NotEmpty().When(change => change.Order is null);
        RuleFor(change => change.StrengthId).Null().When(change => change.Order is not null);
        RuleFor(change => change.Strength!).SetValidator(new SaidStrengthValidator()).When(change => change.Strength is not null);
        When(change => change.Order is not null, () =>
        {
            RuleFor(change => change.Order!.Order).Must(order => order.Count <= Arrangement.Longest && order.Distinct().Count() == order.Count);
            RuleFor(change => change.Order!.Pinned).Must(pinned => pinned.Count <= Arrangement.Longest && pinned.Distinct().Count() == pinned.Count);
        });
    }
}
