using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.FollowUps;

/// <summary>Notes how it goes with a goal or one of its actions. Sent again, one effect; a correction is another one.</summary>
/// <param name="FollowUpId">Made by the device.</param>
/// <param name="ActionId">The action it is about; about the goal when not said.</param>
/// <param name="Progress">0 = nothing done, 100 = all of it, as that voice sees it.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record WriteFollowUpCommand(
    Guid ServiceUserId, Guid GoalId, Guid FollowUpId, Guid? ActionId, int? Progress, string? Words, Perspective? Perspective, DateTimeOffset At, Setting Setting, Guid? PresentMemberId)
    : ICommand<KeptFact>, INoting
{
    internal const int LongestWords = 4000;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class WriteFollowUpValidator : AbstractValidator<WriteFollowUpCommand>
{
    public WriteFollowUpValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FollowUpId).NotEmpty();
        RuleFor(command => command.Progress).InclusiveBetween(0, 100);
        RuleFor(command => command.Words).MaximumLength(WriteFollowUpCommand.LongestWords);
    }
}

internal sealed class WriteFollowUpHandler(IAccomplishmentPlanDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<WriteFollowUpCommand, KeptFact>
{
    public async Task<KeptFact> Handle(WriteFollowUpCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.FollowUpId, command, command.Perspective);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.FollowUps.FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.FollowUpId, cancellationToken);
        if (KeptFact.Again(known, noting, one =>
            one.GoalId == command.GoalId && one.ActionId == command.ActionId && one.Progress == command.Progress
            && key.Says(PlanColumns.FollowUpWords, one.WordsSealed, command.Words)) is { } same)
        {
            return same;
        }

        if (!await IsThereAsync(command, cancellationToken))
        {
            throw new NotFound();
        }

        var written = FollowUp.Write(noting, command.GoalId, command.ActionId, command.Progress, key.SealAny(PlanColumns.FollowUpWords, command.Words), time.GetUtcNow());
        db.FollowUps.Add(written);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(written);
    }

    private Task<bool> IsThereAsync(WriteFollowUpCommand command, CancellationToken cancellationToken) =>
        command.ActionId is { } action
            ? db.Actions.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == action && one.GoalId == command.GoalId, cancellationToken)
            : db.Goals.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.GoalId, cancellationToken);
}
