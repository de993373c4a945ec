using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Puts other words in place of one's own earlier ones, which stay readable; of several edits, the latest by time shows. Sent again, one effect.</summary>
/// <param name="EditId">Made by the device.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record EditMessageCommand(
    Guid ServiceUserId, Guid MessageId, Guid EditId, string Words, Perspective? Perspective, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptMessage>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class EditMessageValidator : AbstractValidator<EditMessageCommand>
{
    public EditMessageValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.EditId).NotEmpty();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(MessageFact.Longest);
    }
}

internal sealed class EditMessageHandler(ICoProductionDb db, HeldMessages messages, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<EditMessageCommand, KeptMessage>
{
    public async Task<KeptMessage> Handle(EditMessageCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.EditId, command, command.Perspective);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var (conversation, known) = await messages.HoldAsync(command.ServiceUserId, command.MessageId, command.EditId, cancellationToken);
        if (known.Again(noting, MessageFactKind.Edited, fact => fact.MessageId == command.MessageId && key.SaysStill(fact, command.Words)) is { } same)
        {
            return KeptMessage.Of(same);
        }

        var edit = conversation.Edit(noting, command.MessageId, key.Seal(CoProductionColumns.Message, command.Words), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptMessage.Of(edit);
    }
}
