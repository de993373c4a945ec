using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Notes;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>The person opens a note of theirs to whoever may see what it is about, from then on; or takes it back. Sent again, one effect.</summary>
/// <param name="ShowingId">Made by the device.</param>
public sealed record ShowNoteCommand(Guid ServiceUserId, Guid NoteId, Guid ShowingId, bool Shown, DateTimeOffset At) : ICommand<KeptNote>, IPrivateNoting
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ShowNoteValidator : AbstractValidator<ShowNoteCommand>
{
    public ShowNoteValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ShowingId).NotEmpty();
    }
}

internal sealed class ShowNoteHandler(HeldNotes notes, TimeProvider time) : IRequestHandler<ShowNoteCommand, KeptNote>
{
    public Task<KeptNote> Handle(ShowNoteCommand command, CancellationToken cancellationToken) => notes.ChangeAsync(
        command.ServiceUserId,
        command.NoteId,
        command.ShowingId,
        command,
        fact => fact.Kind == (command.Shown ? NoteFactKind.Shown : NoteFactKind.Hidden),
        (note, noting) => note.Show(noting, command.Shown, time.GetUtcNow()),
        cancellationToken);
}
