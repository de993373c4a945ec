using Barometre.Domain.AccomplishmentPlan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> table)
    {
        table.ToTable("plan");
        table.HasKey(plan => plan.ServiceUserId);
        table.Property(plan => plan.ServiceUserId).ValueGeneratedNever();
        table.Property(plan => plan.TimeZone).HasMaxLength(60);
    }
}
