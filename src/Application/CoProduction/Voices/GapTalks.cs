using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Voices;

/// <summary>Tells of which gaps people talked, as far as the caller may see: ratings that blind mode hides from them, and words that are not theirs to read, do not count.</summary>
public sealed class GapTalks(GapStories stories, OpenThings open, ICoProductionDb db, Caller caller)
{
    /// <summary>Every gap that there is or was; null when the quality of life is closed to the caller.</summary>
    public async Task<IReadOnlyList<TalkedGap>?> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        if (!caller.Grant!.Sees(Tab.QualityOfLife))
        {
            return null;
        }

        var told = await stories.TellAsync(serviceUserId, null, cancellationToken);
        var said = await SaidAsync(serviceUserId, cancellationToken);
        return [.. told.Where(gap => gap.Story.State is not null).Select(gap => new TalkedGap(gap.Story, [.. said[gap.Voices.Theme]]))];
    }

    private async Task<ILookup<string, DateTimeOffset>> SaidAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var kept = await open.KeptThemesAsync(serviceUserId, cancellationToken);
        var messages = await (from fact in db.MessageFacts.AsNoTracking()
                              join conversation in db.Conversations on new { fact.ServiceUserId, Id = fact.ConversationId } equals new { conversation.ServiceUserId, conversation.Id }
                              where fact.ServiceUserId == serviceUserId && fact.Kind == MessageFactKind.Said && conversation.Kind == Domain.CoProduction.ThingKind.Theme
                                  && !kept.Contains(conversation.Theme!)
                              select new { Theme = conversation.Theme!, fact.At }).ToListAsync(cancellationToken);
        var sayings = await db.GapSayings.AsNoTracking().Where(saying => saying.ServiceUserId == serviceUserId).Select(saying => new { saying.Theme, saying.At }).ToListAsync(cancellationToken);
        return messages.Concat(sayings).ToLookup(one => one.Theme, one => one.At, StringComparer.Ordinal);
    }
}
