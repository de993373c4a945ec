using Barometre.Domain.Rights.Archives;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Rights.GivenBack;
using Barometre.Domain.Rights.Retention;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Rights;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IRightsDb
{
    DbSet<Erasure> Erasures { get; }

    DbSet<ErasedRows> ErasedRows { get; }

    DbSet<RecordArchive> Archives { get; }

    DbSet<ArchivePiece> ArchivePieces { get; }

    DbSet<RecordKeeping> Keepings { get; }

    /// <summary>The database gives out the caller's own, and no others; the installation adds.</summary>
    DbSet<KeptWords> KeptWords { get; }

    /// <summary>One archive, held until the end of the command: two nodes that make it take turns.</summary>
    Task<RecordArchive?> HoldArchiveAsync(Guid serviceUserId, Guid archiveId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
