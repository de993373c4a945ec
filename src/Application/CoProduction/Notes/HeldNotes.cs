using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>A noting of the person's, by themself on their own device: nothing private is written on somebody else's.</summary>
internal interface IPrivateNoting : INoting
{
    Setting INoting.Setting => Setting.Alone;

    Guid? INamesPresent.PresentMemberId => null;
}

/// <summary>Changes a private note with all its facts at hand, held until the end of the command.</summary>
public sealed class HeldNotes(ICoProductionDb db, Caller caller)
{
    /// <summary>Makes the change, unless the same fact came before and <paramref name="says"/> the same.</summary>
    /// <exception cref="NotFound">There is no such note.</exception>
    /// <exception cref="RuleViolation">The id was used for something else, or the domain refuses.</exception>
    internal async Task<KeptNote> ChangeAsync(
        Guid serviceUserId, Guid noteId, Guid factId, IPrivateNoting noted, Func<NoteFact, bool> says, Func<Note, Noting, NoteFact> change, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(serviceUserId, factId, noted);
        var note = await db.HoldNoteAsync(serviceUserId, noteId, cancellationToken) ?? throw new NotFound();
        var facts = await db.NoteFacts.Where(fact => fact.ServiceUserId == serviceUserId && (fact.NoteId == noteId || fact.Id == factId)).ToListAsync(cancellationToken);
        if (facts.Find(fact => fact.Id == factId) is { } known)
        {
            return known.Is(noting) && known.NoteId == noteId && says(known) ? KeptNote.Of(note, known) : throw new RuleViolation(FactErrors.IdReused, factId);
        }

        var fact = change(note, noting);
        await db.SaveChangesAsync(cancellationToken);
        return KeptNote.Of(note, fact);
    }
}

/// <summary>The words of private notes, sealed: once as they stand, once for the history.</summary>
internal static class NoteWords
{
    public static (byte[] Now, byte[] Kept) SealForNote(this IRecordKey key, string words) => (key.Seal(CoProductionColumns.Note, words), key.Seal(CoProductionColumns.NoteHistory, words));

    /// <summary>Whether a kept fact says the same; of words that were thrown away since, nobody can tell any more.</summary>
    public static bool SaysStill(this IRecordKey key, NoteFact fact, string words) => fact.WordsSealed is null || key.Says(CoProductionColumns.NoteHistory, fact.WordsSealed, words);
}
