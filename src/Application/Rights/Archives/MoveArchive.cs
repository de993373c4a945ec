using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>Notes how far an archive is.</summary>
/// <exception cref="NotFound">It is gone.</exception>
public sealed record MoveArchiveCommand(Guid ServiceUserId, Guid ArchiveId, short Progress) : ICommand<ArchiveView>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class MoveArchiveHandler(IRightsDb db) : IRequestHandler<MoveArchiveCommand, ArchiveView>
{
    public async Task<ArchiveView> Handle(MoveArchiveCommand command, CancellationToken cancellationToken)
    {
        var archive = await db.HoldArchiveAsync(command.ServiceUserId, command.ArchiveId, cancellationToken) ?? throw new NotFound();
        archive.Move(command.Progress);
        await db.SaveChangesAsync(cancellationToken);
        return ArchiveView.Of(archive);
    }
}
