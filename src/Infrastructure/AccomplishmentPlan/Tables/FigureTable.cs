using Barometre.Domain.AccomplishmentPlan.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class PlanSummaryTable : IEntityTypeConfiguration<PlanSummary>
{
    public void Configure(EntityTypeBuilder<PlanSummary> table)
    {
        table.ToTable("plan_summary");
        table.HasKey(row => row.ServiceUserId);
        table.Property(row => row.ServiceUserId).ValueGeneratedNever();
        table.Property(row => row.Method).HasMaxLength(30);
        table.Ignore(row => row.Figures);
    }
}

internal sealed class AttainmentTable : IEntityTypeConfiguration<AttainmentFigure>
{
    public void Configure(EntityTypeBuilder<AttainmentFigure> table)
    {
        table.ToTable("attainment");
        table.HasKey(row => new { row.ServiceUserId, row.Perspective });
        table.Property(row => row.Perspective).HasMaxLength(20);
        table.Property(row => row.Method).HasMaxLength(30);
    }
}
