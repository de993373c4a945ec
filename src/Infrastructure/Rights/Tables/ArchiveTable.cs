using Barometre.Domain.Rights.Archives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Rights.Tables;

internal sealed class ArchiveTable : IEntityTypeConfiguration<RecordArchive>
{
    public void Configure(EntityTypeBuilder<RecordArchive> table)
    {
        table.ToTable("archive");
        table.HasKey(archive => new { archive.ServiceUserId, archive.Id });
        table.Property(archive => archive.Language).HasMaxLength(2);
        table.Property(archive => archive.State).HasMaxLength(10);
        table.Property(archive => archive.Checksum).HasMaxLength(64);
        table.HasIndex(archive => archive.ExpiresAt, "archive_expires");
    }
}

internal sealed class ArchivePieceTable : IEntityTypeConfiguration<ArchivePiece>
{
    public void Configure(EntityTypeBuilder<ArchivePiece> table)
    {
        table.ToTable("archive_piece");
        table.HasKey(piece => new { piece.ServiceUserId, piece.ArchiveId, piece.Making, piece.Number });
        table.HasOne<RecordArchive>().WithMany().HasForeignKey(piece => new { piece.ServiceUserId, piece.ArchiveId });
    }
}
