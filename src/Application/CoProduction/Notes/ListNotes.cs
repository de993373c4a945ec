using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>The person’s notes, the latest written first, page by page: all of them for the person, those that they show for whoever may see what they are about.</summary>
/// <param name="WithHistory">What a note said before too; for the person alone.</param>
public sealed record ListNotesQuery(Guid ServiceUserId, bool WithHistory, string? Cursor, int Limit) : IQuery<Page<NoteRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>A note of the person's.</summary>
/// <param name="Thing">What it is about; null for nothing in particular.</param>
/// <param name="WordsAt">Since when it says this.</param>
/// <param name="ShownSince">Since when others may read it; null while it is the person's alone.</param>
/// <param name="Earlier">What it said before, oldest first; empty unless the person asked for it.</param>
public sealed record NoteRow(
    Guid NoteId, ThingState? Thing, string Words, DateTimeOffset WrittenAt, DateTimeOffset WordsAt, DateTimeOffset? ShownSince, IReadOnlyList<EarlierNoteWords> Earlier);

/// <summary>What a note said from a time on.</summary>
public sealed record EarlierNoteWords(string Words, DateTimeOffset At);

internal sealed class ListNotesValidator : AbstractValidator<ListNotesQuery>
{
    public ListNotesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListNotesHandler(ICoProductionDb db, OpenThings open, Things things, IRecordKeys keys, Caller caller) : IRequestHandler<ListNotesQuery, Page<NoteRow>>
{
    public async Task<Page<NoteRow>> Handle(ListNotesQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var (reader, kinds, kept) = (caller.Author(), open.Kinds, await open.KeptThemesAsync(query.ServiceUserId, cancellationToken));
        var found = await db.Notes.AsNoTracking()
            .Where(note => note.ServiceUserId == query.ServiceUserId && note.WordsSealed != null && (note.AuthorId == reader || note.ShownSince != null))
            .Where(note => (note.Kind == null || kinds.Contains(note.Kind.Value)) && (note.AboutTheme == null || !kept.Contains(note.AboutTheme)))
            .Where(note => note.WrittenAt <= after.At && (note.WrittenAt < after.At || note.Id < after.Id))
            .OrderByDescending(note => note.WrittenAt).ThenByDescending(note => note.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = Place.Page(found, query.Limit, note => new Place(note.WrittenAt, note.Id));
        var shown = await things.ShownAsync(query.ServiceUserId, page.Items.Select(note => note.Thing).OfType<Domain.CoProduction.Thing>(), cancellationToken);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        var earlier = query.WithHistory && caller.Grant!.IsSelf ? await EarlierAsync(query.ServiceUserId, page.Items, key, cancellationToken) : null;
        return new Page<NoteRow>(
            [.. page.Items.Select(note => Row(note, key, shown, earlier?[note.Id] ?? [])).Where(row => row.Thing?.State != LinkState.Closed)], page.Next);
    }

    private async Task<ILookup<Guid, EarlierNoteWords>> EarlierAsync(Guid serviceUserId, IReadOnlyList<Note> notes, IRecordKey key, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. notes.Select(note => note.Id)];
        var facts = await db.NoteFacts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId && ids.Contains(fact.NoteId) && fact.WordsSealed != null).ToListAsync(cancellationToken);
        return facts.GroupBy(fact => fact.NoteId).SelectMany(note => note.InOrder().SkipLast(1))
            .ToLookup(fact => fact.NoteId, fact => new EarlierNoteWords(key.Open(CoProductionColumns.NoteHistory, fact.WordsSealed!), fact.At));
    }

    private static NoteRow Row(Note note, IRecordKey key, Func<Domain.CoProduction.Thing, ThingState> shown, IEnumerable<EarlierNoteWords> earlier) => new(
        note.Id, note.Thing is { } thing ? shown(thing) : null, key.Open(CoProductionColumns.Note, note.WordsSealed!), note.WrittenAt, note.WordsAt, note.ShownSince, [.. earlier]);
}
