using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Takes one's own message back: its place stays, its words of every version are gone from the database at once. Sent again, one effect.</summary>
/// <param name="WithdrawalId">Made by the device.</param>
/// <param name="Perspective">In whose voice the message was; the caller's own when not said.</param>
public sealed record WithdrawMessageCommand(
    Guid ServiceUserId, Guid MessageId, Guid WithdrawalId, Perspective? Perspective, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptMessage>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class WithdrawMessageValidator : AbstractValidator<WithdrawMessageCommand>
{
    public WithdrawMessageValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.WithdrawalId).NotEmpty();
    }
}

internal sealed class WithdrawMessageHandler(ICoProductionDb db, HeldMessages messages, Caller caller, TimeProvider time) : IRequestHandler<WithdrawMessageCommand, KeptMessage>
{
    public async Task<KeptMessage> Handle(WithdrawMessageCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.WithdrawalId, command, command.Perspective);
        var (conversation, known) = await messages.HoldAsync(command.ServiceUserId, command.MessageId, command.WithdrawalId, cancellationToken);
        if (known.Again(noting, MessageFactKind.Withdrawn, fact => fact.MessageId == command.MessageId) is { } same)
        {
            return KeptMessage.Of(same);
        }

        var withdrawal = conversation.Withdraw(noting, command.MessageId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptMessage.Of(withdrawal);
    }
}
