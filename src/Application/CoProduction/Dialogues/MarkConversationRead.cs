using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Says up to where the caller has read a conversation. Sent again, or late, it takes nothing back.</summary>
/// <param name="Through">The <c>through</c> of the messages that were shown.</param>
public sealed record MarkConversationReadCommand(Guid ServiceUserId, Guid ConversationId, int Through) : ICommand<ConversationRead>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>Up to which arrival a conversation counts as read by the caller.</summary>
public sealed record ConversationRead(Guid ConversationId, int Through);

internal sealed class MarkConversationReadValidator : AbstractValidator<MarkConversationReadCommand>
{
    public MarkConversationReadValidator() => RuleFor(command => command.Through).GreaterThanOrEqualTo(0);
}

internal sealed class MarkConversationReadHandler(ICoProductionDb db, OpenThings open, Caller caller, TimeProvider time) : IRequestHandler<MarkConversationReadCommand, ConversationRead>
{
    public async Task<ConversationRead> Handle(MarkConversationReadCommand command, CancellationToken cancellationToken)
    {
        // Held, so that two devices of one account take turns and the later word is never the lesser.
        var conversation = await db.HoldConversationAsync(command.ServiceUserId, command.ConversationId, cancellationToken) ?? throw new NotFound();
        await open.RequireStillAsync(command.ServiceUserId, conversation.Thing, conversation.AboutTheme, cancellationToken);
        var reader = caller.Author();
        var mark = await db.ReadMarks.FirstOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.ConversationId == command.ConversationId && one.AccountId == reader, cancellationToken);
        if (mark is null)
        {
            mark = ReadMark.First(conversation, reader);
            db.ReadMarks.Add(mark);
        }

        mark.Read(conversation, command.Through, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new ConversationRead(conversation.Id, mark.Through);
    }
}
