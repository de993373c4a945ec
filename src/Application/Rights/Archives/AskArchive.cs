using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights;
using Barometre.Domain.Rights.Archives;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>The person asks for everything about them, in one file; or whoever decides in their rights, without what is the person's alone. It is made in the background. Sent again, one effect.</summary>
/// <param name="ArchiveId">Of the device's making.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; the person's when not said.</param>
public sealed record AskArchiveCommand(Guid ServiceUserId, Guid ArchiveId, string? Language) : ICommand<ArchiveView>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>An archive and how far it is.</summary>
/// <param name="Whole">False for one that somebody else asked for: private notes, and whatever else is the person's alone, are not in it.</param>
/// <param name="Progress">0 = waits, 100 = can be fetched.</param>
/// <param name="Size">In bytes; null until it is ready.</param>
/// <param name="Checksum">SHA-256 of the file, in hexadecimal; null until it is ready.</param>
/// <param name="ExpiresAt">From then on it is gone.</param>
public sealed record ArchiveView(
    Guid ArchiveId, string Language, bool Whole, ArchiveState State, int Progress, long? Size, string? Checksum, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt)
{
    internal static ArchiveView Of(RecordArchive archive) =>
        new(archive.Id, archive.Language, archive.Whole, archive.State, archive.Progress, archive.Size, archive.Checksum, archive.AskedAt, archive.ExpiresAt);
}

internal sealed class AskArchiveValidator : AbstractValidator<AskArchiveCommand>
{
    public AskArchiveValidator()
    {
        RuleFor(command => command.ArchiveId).NotEmpty();
        RuleFor(command => command.Language).Must(language => language is null or "fr" or "en");
    }
}

internal sealed class AskArchiveHandler(IRightsDb db, ICallersRight rights, ICircleReader circle, IJobRequests jobs, Caller caller, TimeProvider time) : IRequestHandler<AskArchiveCommand, ArchiveView>
{
    public async Task<ArchiveView> Handle(AskArchiveCommand command, CancellationToken cancellationToken)
    {
        var whole = await rights.OfAsync(command.ServiceUserId, cancellationToken) == CallersRight.Person;
        if (await db.Archives.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ArchiveId, cancellationToken) is { } known)
        {
            var same = (command.Language is null || command.Language == known.Language) && known.AskedBy == caller.Author();
            return same ? ArchiveView.Of(known) : throw new RuleViolation(RightsErrors.IdReused);
        }

        var person = await circle.PersonAsync(command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var archive = RecordArchive.Ask(command.ServiceUserId, command.ArchiveId, command.Language ?? person.Language, caller.Author(), whole, time.GetUtcNow());
        db.Archives.Add(archive);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.ArchiveAskedAsync(archive, cancellationToken);
        return ArchiveView.Of(archive);
    }
}
