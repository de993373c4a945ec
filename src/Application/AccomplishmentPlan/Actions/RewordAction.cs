using Barometre.Application.AccomplishmentPlan.Changes;
using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Gives an action new words, dates or another first step; what it said before stays readable. Sent again, one effect.</summary>
/// <param name="WordingId">Made by the device.</param>
/// <param name="Action">All that it says from now on.</param>
public sealed record RewordActionCommand(
    Guid ServiceUserId, Guid ActionId, Guid WordingId, ActionText Action, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class RewordActionValidator : AbstractValidator<RewordActionCommand>
{
    public RewordActionValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.WordingId).NotEmpty();
        RuleFor(command => command.Action).SetValidator(new ActionTextValidator());
    }
}

internal sealed class RewordActionHandler(IAccomplishmentPlanDb db, PlanLinks links, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<RewordActionCommand, KeptFact>
{
    public async Task<KeptFact> Handle(RewordActionCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.WordingId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var action = await db.HoldActionAsync(command.ServiceUserId, command.ActionId, cancellationToken) ?? throw new NotFound();
        var wordings = await db.ActionWordings
            .Where(wording => wording.ServiceUserId == command.ServiceUserId && (wording.ActionId == command.ActionId || wording.Id == command.WordingId))
            .ToListAsync(cancellationToken);
        if (KeptFact.Again(wordings.Find(wording => wording.Id == command.WordingId), noting, known => known.ActionId == command.ActionId && command.Action.IsIn(known, key)) is { } same)
        {
            return same;
        }

        await links.RequireAsync(command.ServiceUserId, command.Action, action.Wordings.InOrder().Last(), cancellationToken);
        await db.RequireNewActionAsync(noting, action.GoalId, command.Action.What, key, cancellationToken);
        action.Reword(noting, command.Action.Seal(key), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(action.Wordings.Single(wording => wording.Id == command.WordingId));
    }
}
