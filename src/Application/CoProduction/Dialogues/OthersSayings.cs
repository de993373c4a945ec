using Barometre.Application.CoProduction.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Dialogues;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Dialogues;

/// <inheritdoc/>
public sealed class OthersSayings(ICoProductionDb db, IRecordKeys keys) : IOthersSayings
{
    public async Task<IReadOnlyList<OthersSaying>> AllAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var facts = await db.MessageFacts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return
        [
            .. facts.GroupBy(fact => fact.MessageId)
                .Where(message => message.Any(fact => fact.Kind == MessageFactKind.Said))
                .Select(Message.Of)
                .Where(message => message.Withdrawal is null && !message.Said.IsThePersons)
                .Select(message => (message.Said, Words: key.OpenWhole(CoProductionColumns.Message, message.Latest.WordsSealed)))
                .Where(message => message.Words is not null)
                .Select(message => new OthersSaying(message.Said.AuthorId, DateOnly.FromDateTime(message.Said.At.UtcDateTime), message.Words!)),
        ];
    }
}
