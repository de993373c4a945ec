using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>The person, or whoever carries it, notes what became of an action on one of the days it comes back. Sent again, one effect.</summary>
/// <param name="MarkId">Made by the device.</param>
/// <param name="Day">The day, where the person lives.</param>
public sealed record MarkOccurrenceCommand(
    Guid ServiceUserId, Guid ActionId, Guid MarkId, DateOnly Day, OccurrenceOutcome Outcome, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    /// <summary>Somebody who may only read the plan, and carries an action of it, says how it goes with that one.</summary>
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class MarkOccurrenceValidator : AbstractValidator<MarkOccurrenceCommand>
{
    public MarkOccurrenceValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.MarkId).NotEmpty();
    }
}

internal sealed class MarkOccurrenceHandler(IAccomplishmentPlanDb db, Carriers carriers, Caller caller, TimeProvider time) : IRequestHandler<MarkOccurrenceCommand, KeptFact>
{
    public async Task<KeptFact> Handle(MarkOccurrenceCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.MarkId, command);
        var (action, goal) = await db.HoldWithGoalAsync(command.ServiceUserId, command.ActionId, cancellationToken);
        var carries = await carriers.CarriesAsync(action, cancellationToken);
        carriers.RequirePart(carries && command.Setting == Setting.Alone);
        var known = await db.OccurrenceMarks.FirstOrDefaultAsync(mark => mark.ServiceUserId == command.ServiceUserId && mark.Id == command.MarkId, cancellationToken);
        if (KeptFact.Again(known, noting, mark => mark.ActionId == action.Id && mark.Day == command.Day && mark.Outcome == command.Outcome) is { } same)
        {
            return same;
        }

        await db.ActionWordings.Where(wording => wording.ServiceUserId == command.ServiceUserId && wording.ActionId == command.ActionId).LoadAsync(cancellationToken);
        action.Mark(noting, goal, command.Day, command.Outcome, carries, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(action.Marks.Single(mark => mark.Id == command.MarkId));
    }
}
