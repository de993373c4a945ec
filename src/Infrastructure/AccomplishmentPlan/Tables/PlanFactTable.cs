using Barometre.Domain.AccomplishmentPlan;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

/// <summary>What every table of facts of this module has in common.</summary>
internal static class PlanFactTable
{
    public static void IsFacts<T>(this EntityTypeBuilder<T> table, string name)
        where T : PlanFact
    {
        table.ToTable(name);
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Perspective).HasMaxLength(20);
        table.Property(fact => fact.Setting).HasMaxLength(10);
    }
}

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
