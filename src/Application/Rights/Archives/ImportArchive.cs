using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>Takes in a record from another installation: all of it or nothing. It keeps its id; nobody has claimed it yet, and nobody of the former circle has a place: the answer holds the code with which the person claims it. Sent again, one effect and a new code.</summary>
/// <param name="ServiceUserId">The archive's.</param>
/// <param name="Archive">Verified.</param>
/// <param name="ProjectId">The project of this installation that the person is in from now on.</param>
public sealed record ImportArchiveCommand(Guid ServiceUserId, IArchiveSource Archive, Guid ProjectId) : ICommand<ImportedArchive>, IReadOnce
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

/// <summary>A record that was taken in.</summary>
/// <param name="Rows">How many rows it had; none when it had been taken in before.</param>
/// <param name="ClaimCode">For the person alone: with it the record is theirs before anybody else here opens it, frozen or not. Null once it is claimed.</param>
public sealed record ImportedArchive(Guid ServiceUserId, long Rows, bool WasHere, ClaimCode? ClaimCode) : ISecretAnswer;

internal sealed class ImportArchiveHandler(IArchiveTaker taker, IRecordArrival arrival, IRecordKeys keys) : IRequestHandler<ImportArchiveCommand, ImportedArchive>
{
    public async Task<ImportedArchive> Handle(ImportArchiveCommand command, CancellationToken cancellationToken)
    {
        var archive = command.Archive;
        if (await arrival.IsHereAsync(archive.ServiceUserId, cancellationToken))
        {
            return await taker.ArrivedWithAsync(archive.ServiceUserId, cancellationToken) == archive.Checksum
                ? new ImportedArchive(archive.ServiceUserId, 0, WasHere: true, await arrival.OfferAsync(archive.ServiceUserId, cancellationToken))
                : throw new RuleViolation(RightsErrors.RecordIsHere);
        }

        var rows = await taker.TakeAsync(archive, await keys.ForAsync(archive.ServiceUserId, cancellationToken), cancellationToken);
        await arrival.ArriveAsync(archive.ServiceUserId, command.ProjectId, UseCase<ImportArchiveCommand>.Name, cancellationToken);
        return new ImportedArchive(archive.ServiceUserId, rows, WasHere: false, await arrival.OfferAsync(archive.ServiceUserId, cancellationToken));
    }
}
