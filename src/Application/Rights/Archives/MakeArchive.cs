using Barometre.Application.Shared;
using Barometre.Domain.Rights.Archives;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>Makes an archive, by a job. Broken off, it is made anew; made by two nodes at once, one counts; erased meanwhile, it is let go.</summary>
public sealed record MakeArchiveCommand(Guid ServiceUserId, Guid ArchiveId) : ICommand<Unit>, ILongCommand
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class MakeArchiveHandler(OwnScopes scopes, IArchiveWriter writer) : IRequestHandler<MakeArchiveCommand, Unit>
{
    public async Task<Unit> Handle(MakeArchiveCommand command, CancellationToken cancellationToken)
    {
        try
        {
            if (await scopes.SendAsync(new MoveArchiveCommand(command.ServiceUserId, command.ArchiveId, 5), cancellationToken) is { State: not ArchiveState.Ready } archive)
            {
                await MakeAsync(command, archive, cancellationToken);
            }
        }
        catch (NotFound)
        {
            // The record was erased while its archive was being made: there is nothing to make any more.
        }

        return Unit.Value;
    }

    private async Task MakeAsync(MakeArchiveCommand command, ArchiveView archive, CancellationToken cancellationToken)
    {
        var making = Guid.CreateVersion7();
        var readable = await scopes.SendAsync(new CollectReadableQuery(command.ServiceUserId, archive.Language, archive.Whole), cancellationToken);
        await scopes.SendAsync(new MoveArchiveCommand(command.ServiceUserId, command.ArchiveId, 20), cancellationToken);
        var written = await writer.WriteAsync(
            command.ServiceUserId,
            archive.Language,
            archive.Whole,
            readable,
            (number, piece) => scopes.SendAsync(new KeepArchivePieceCommand(command.ServiceUserId, command.ArchiveId, making, number, piece), cancellationToken),
            cancellationToken);
        await scopes.SendAsync(new FinishArchiveCommand(command.ServiceUserId, command.ArchiveId, making, written.Size, written.Checksum), cancellationToken);
    }
}

/// <summary>Writes an archive piece by piece: memory does not grow with the record.</summary>
public interface IArchiveWriter
{
    /// <param name="serviceUserId">Whose record.</param>
    /// <param name="language">Of what is to be read by people.</param>
    /// <param name="whole">False to leave out what is the person's alone.</param>
    /// <param name="readable">Files that other modules made.</param>
    /// <param name="keep">Takes a piece, from number 0 on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<WrittenArchive> WriteAsync(Guid serviceUserId, string language, bool whole, IReadOnlyList<ReadableFile> readable, Func<int, byte[], Task> keep, CancellationToken cancellationToken);
}

/// <summary>An archive that was written.</summary>
public sealed record WrittenArchive(long Size, string Checksum);

/// <summary>A file of an archive that is made for people or for other programs: the printed plan, the network.</summary>
public sealed record ReadableFile(string Path, byte[] Content);
