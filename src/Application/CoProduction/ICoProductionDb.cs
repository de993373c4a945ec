using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.CoProduction.Voices;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface ICoProductionDb
{
    DbSet<Visit> Visits { get; }

    DbSet<Conversation> Conversations { get; }

    DbSet<MessageFact> MessageFacts { get; }

    DbSet<ReadMark> ReadMarks { get; }

    /// <summary>The database gives out the caller's own and those that are shown, and no others.</summary>
    DbSet<Note> Notes { get; }

    /// <summary>The database gives out the caller's own, and no others.</summary>
    DbSet<NoteFact> NoteFacts { get; }

    DbSet<MarkFact> MarkFacts { get; }

    DbSet<GapSaying> GapSayings { get; }

    /// <summary>The one conversation on a thing, begun as <paramref name="begun"/> if there is none, held until the end of the command: devices that write to it at the same time take turns.</summary>
    Task<Conversation> HoldAsync(Conversation begun, CancellationToken cancellationToken);

    /// <summary>One conversation without its facts, held until the end of the command.</summary>
    Task<Conversation?> HoldConversationAsync(Guid serviceUserId, Guid conversationId, CancellationToken cancellationToken);

    /// <summary>One note without its facts, held until the end of the command.</summary>
    Task<Note?> HoldNoteAsync(Guid serviceUserId, Guid noteId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
