using Barometre.Domain.Rights.Erasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Rights.Tables;

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> table)
    {
        table.ToTable("erasure");
        table.HasKey(erasure => new { erasure.ServiceUserId, erasure.Id });
        table.Property(erasure => erasure.Ground).HasMaxLength(20);
        table.Property(erasure => erasure.State).HasMaxLength(20);
        table.Property(erasure => erasure.CodeHash).HasMaxLength(64);
        table.Ignore(erasure => erasure.IsOpen);
        table.HasIndex(erasure => erasure.ServiceUserId, "erasure_once").IsUnique().HasFilter("state <> 'cancelled'");
        table.HasIndex(erasure => erasure.ExecutesAt, "erasure_due").HasFilter("state = 'confirmed' OR state = 'shredded'");
    }
}

internal sealed class ErasedRowsTable : IEntityTypeConfiguration<ErasedRows>
{
    public void Configure(EntityTypeBuilder<ErasedRows> table)
    {
        table.ToTable("erased_rows");
        table.HasKey(rows => new { rows.ServiceUserId, rows.TableName });
        table.Property(rows => rows.TableName).HasMaxLength(130);
    }
}
