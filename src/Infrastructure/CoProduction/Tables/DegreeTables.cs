using Barometre.Domain.CoProduction.Degrees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class DegreeTable : IEntityTypeConfiguration<DegreeRow>
{
    public void Configure(EntityTypeBuilder<DegreeRow> table)
    {
        table.ToTable("degree");
        table.HasKey(row => new { row.ServiceUserId, row.Period });
        table.Property(row => row.Period).HasMaxLength(10);
        table.Property(row => row.Method).HasMaxLength(30);
        table.Ignore(row => row.Proposals);
    }
}

internal sealed class DegreeStageTable : IEntityTypeConfiguration<StageRow>
{
    public void Configure(EntityTypeBuilder<StageRow> table)
    {
        table.ToTable("degree_stage");
        table.HasKey(row => new { row.ServiceUserId, row.Period, row.Stage });
        table.Property(row => row.Period).HasMaxLength(10);
        table.Property(row => row.Stage).HasMaxLength(20);
        table.Ignore(row => row.Figures);
    }
}
