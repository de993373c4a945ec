using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Notes;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>The person says a note of theirs otherwise; the earlier words stay theirs alone, also while the note is shown. Sent again, one effect.</summary>
/// <param name="WordingId">Made by the device.</param>
public sealed record RewordNoteCommand(Guid ServiceUserId, Guid NoteId, Guid WordingId, string Words, DateTimeOffset At) : ICommand<KeptNote>, IPrivateNoting
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class RewordNoteValidator : AbstractValidator<RewordNoteCommand>
{
    public RewordNoteValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.WordingId).NotEmpty();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(Note.Longest);
    }
}

internal sealed class RewordNoteHandler(HeldNotes notes, IRecordKeys keys, TimeProvider time) : IRequestHandler<RewordNoteCommand, KeptNote>
{
    public async Task<KeptNote> Handle(RewordNoteCommand command, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        return await notes.ChangeAsync(
            command.ServiceUserId,
            command.NoteId,
            command.WordingId,
            command,
            fact => fact.Kind == NoteFactKind.Reworded && key.SaysStill(fact, command.Words),
            (note, noting) => note.Reword(noting, key.SealForNote(command.Words), time.GetUtcNow()),
            cancellationToken);
    }
}
