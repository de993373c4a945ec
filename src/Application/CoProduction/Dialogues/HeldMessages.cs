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
        var facts = await db.MessageFacts.Where(fact => fact.ServiceUserId == serviceUserId && (fact.MessageId == messageId || fact.Id == factId)).ToListAsync(cancellationToken);
        return (conversation, facts.Find(fact => fact.Id == factId));
    }
}
