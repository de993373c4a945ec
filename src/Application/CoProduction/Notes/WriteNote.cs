using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>The person writes a note for themself, on a thing or on nothing: nobody else can open it until they show it. Sent again, one effect.</summary>
/// <param name="NoteId">Made by the device.</param>
/// <param name="Thing">What it is about; nothing in particular when not said.</param>
public sealed record WriteNoteCommand(Guid ServiceUserId, Guid NoteId, Thing? Thing, string Words, DateTimeOffset At) : ICommand<KeptNote>, IPrivateNoting
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>What was kept of a private note.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="ShownSince">Since when others may read it; null while it is the person's alone.</param>
public sealed record KeptNote(Guid NoteId, DateTimeOffset At, DateTimeOffset? ShownSince)
{
    internal static KeptNote Of(Note note, NoteFact fact) => new(note.Id, fact.At, note.ShownSince);
}

internal sealed class WriteNoteValidator : AbstractValidator<WriteNoteCommand>
{
    public WriteNoteValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.NoteId).NotEmpty();
        RuleFor(command => command.Thing).MustBeClear();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(Note.Longest);
    }
}

internal sealed class WriteNoteHandler(ICoProductionDb db, OpenThings open, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<WriteNoteCommand, KeptNote>
{
    public async Task<KeptNote> Handle(WriteNoteCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.NoteId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.NoteFacts.FirstOrDefaultAsync(fact => fact.ServiceUserId == command.ServiceUserId && fact.Id == command.NoteId, cancellationToken);
        if (known is not null)
        {
            var same = await db.Notes.FirstAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == known.NoteId, cancellationToken);
            return known.Is(noting) && known.Kind == NoteFactKind.Written && same.Thing == command.Thing && key.SaysStill(known, command.Words)
                ? KeptNote.Of(same, known)
                : throw new RuleViolation(FactErrors.IdReused, command.NoteId);
        }

        var about = command.Thing is null ? null : await open.RequireAsync(command.ServiceUserId, command.Thing, nameof(command.Thing), cancellationToken);
        var note = Note.Write(noting, command.Thing, about, key.SealForNote(command.Words), time.GetUtcNow());
        db.Notes.Add(note);
        await db.SaveChangesAsync(cancellationToken);
        return KeptNote.Of(note, note.Facts[0]);
    }
}
