using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Notes;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Notes;

/// <summary>The person throws a note of theirs away: its words of every version are gone from the database at once. Sent again, one effect.</summary>
/// <param name="ThrowingId">Made by the device.</param>
public sealed record ThrowNoteAwayCommand(Guid ServiceUserId, Guid NoteId, Guid ThrowingId, DateTimeOffset At) : ICommand<KeptNote>, IPrivateNoting
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ThrowNoteAwayValidator : AbstractValidator<ThrowNoteAwayCommand>
{
    public ThrowNoteAwayValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ThrowingId).NotEmpty();
    }
}

internal sealed class ThrowNoteAwayHandler(HeldNotes notes, TimeProvider time) : IRequestHandler<ThrowNoteAwayCommand, KeptNote>
{
    public Task<KeptNote> Handle(ThrowNoteAwayCommand command, CancellationToken cancellationToken) => notes.ChangeAsync(
        command.ServiceUserId,
        command.NoteId,
        command.ThrowingId,
        command,
        fact => fact.Kind == NoteFactKind.ThrownAway,
        (note, noting) => note.ThrowAway(noting, time.GetUtcNow()),
        cancellationToken);
}
