using Barometre.Application.Rights;
using Barometre.Domain.Rights.Archives;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Rights.GivenBack;
using Barometre.Domain.Rights.Retention;
using Barometre.Infrastructure.Rights.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Rights;

/// <summary>The schema <c>rights</c>.</summary>
internal sealed class RightsDbContext(DbContextOptions options) : ModuleDbContext(options, "rights"), IRightsDb
{
    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<ErasedRows> ErasedRows => Set<ErasedRows>();

    public DbSet<RecordArchive> Archives => Set<RecordArchive>();

    public DbSet<ArchivePiece> ArchivePieces => Set<ArchivePiece>();

    public DbSet<RecordKeeping> Keepings => Set<RecordKeeping>();

    public DbSet<KeptWords> KeptWords => Set<KeptWords>();

    public Task<RecordArchive?> HoldArchiveAsync(Guid serviceUserId, Guid archiveId, CancellationToken cancellationToken) =>
        Archives.FromSql($"SELECT * FROM rights.archive WHERE service_user_id = {serviceUserId} AND id = {archiveId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new ErasureTable());
        model.ApplyConfiguration(new ErasedRowsTable());
        model.ApplyConfiguration(new ArchiveTable());
        model.ApplyConfiguration(new ArchivePieceTable());
        model.ApplyConfiguration(new KeepingTable());
        model.ApplyConfiguration(new KeptWordsTable());
    }
}
