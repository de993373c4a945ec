using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Dialogues;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Loads a message to be edited or withdrawn, its conversation held until the end of the command.</summary>
public sealed class HeldMessages(ICoProductionDb db, OpenThings open)
{
    /// <returns>The conversation with the message's facts, and the fact that has the new one's id already.</returns>
    /// <exception cref="NotFound">There is no such message that the caller may see.</exception>
    internal async Task<(Conversation Conversation, MessageFact? Known)> HoldAsync(Guid serviceUserId, Guid messageId, Guid factId, CancellationToken cancellationToken)
    {
        var conversationId = await db.MessageFacts.Where(fact => fact.ServiceUserId == serviceUserId && fact.Id == messageId && fact.Kind == MessageFactKind.Said)
            .Select(fact => (Guid?)fact.ConversationId).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var conversation = await db.HoldConversationAsync(serviceUserId, conversationId, cancellationToken) ?? throw new NotFound();
        await open.RequireStillAsync(serviceUserId, conversation.Thing, conversation.AboutTheme, cancellationToken);
        return (conversation, await FactsAsync(serviceUserId, messageId, factId, cancellationToken));
    }

    /// <summary>Likewise a message that the caller said, whatever of the record they may see now.</summary>
    /// <exception cref="NotFound">It went with its record meanwhile.</exception>
    internal async Task<(Conversation Conversation, MessageFact? Known)> HoldOwnAsync(MessageFact said, Guid factId, CancellationToken cancellationToken)
    {
        var conversation = await db.HoldConversationAsync(said.ServiceUserId, said.ConversationId, cancellationToken) ?? throw new NotFound();
        return (conversation, await FactsAsync(said.ServiceUserId, said.MessageId, factId, cancellationToken));
    }

    // Of one conversation: it has them at hand from here on.
    private async Task<MessageFact?> FactsAsync(Guid serviceUserId, Guid messageId, Guid factId, CancellationToken cancellationToken)
    {
        var facts = await db.MessageFacts.Where(fact => fact.ServiceUserId == serviceUserId && (fact.MessageId == messageId || fact.Id == factId)).ToListAsync(cancellationToken);
        return facts.Find(fact => fact.Id == factId);
    }
}
