using Barometre.Domain.Rights.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Rights.Tables;

internal sealed class KeepingTable : IEntityTypeConfiguration<RecordKeeping>
{
    public void Configure(EntityTypeBuilder<RecordKeeping> table)
    {
        table.ToTable("keeping");
        table.HasKey(keeping => keeping.ServiceUserId);
        table.Property(keeping => keeping.ServiceUserId).ValueGeneratedNever();
    }
}
