using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class ActionTable : IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<PlanAction> table)
    {
        table.ToTable("action");
        table.HasKey(action => new { action.ServiceUserId, action.Id });
        table.Property(action => action.Perspective).HasMaxLength(20);
        table.Property(action => action.Setting).HasMaxLength(10);
        table.Property(action => action.State).HasMaxLength(20);
        table.Property(action => action.Carrying).HasMaxLength(20);
        table.Property(action => action.CarrierKind).HasMaxLength(20);
        table.HasOne<Goal>().WithMany().HasForeignKey(action => new { action.ServiceUserId, action.GoalId });
        table.HasMany(action => action.Wordings).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ActionId });
        table.HasMany(action => action.Steps).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ActionId });
        table.HasMany(action => action.Turns).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ActionId });
        table.HasMany(action => action.Marks).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ActionId });
        table.HasOne(action => action.Carried).WithOne().HasForeignKey<CarriedAction>(carried => new { carried.ServiceUserId, carried.ActionId });
        table.Navigation(action => action.Wordings).HasField("_wordings");
        table.Navigation(action => action.Steps).HasField("_steps");
        table.Navigation(action => action.Turns).HasField("_turns");
        table.Navigation(action => action.Marks).HasField("_marks");
        table.HasIndex(action => new { action.ServiceUserId, action.GoalId }, "action_goal");
    }
}

internal sealed class CarriedActionTable : IEntityTypeConfiguration<CarriedAction>
{
    public void Configure(EntityTypeBuilder<CarriedAction> table)
    {
        table.ToTable("carried_action");
        table.HasKey(carried => new { carried.ServiceUserId, carried.ActionId });
        table.Property(carried => carried.Carrying).HasMaxLength(20);
        table.HasIndex(carried => carried.AccountId, "carried_action_account").HasFilter("carrying IN ('asked', 'accepted')");
    }
}

internal sealed class ActionWordingTable : IEntityTypeConfiguration<ActionWording>
{
    public void Configure(EntityTypeBuilder<ActionWording> table)
    {
        table.IsFacts("action_wording");
        table.Ignore(fact => fact.Recurrence);
        table.Property(fact => fact.Repeat).HasMaxLength(10);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ActionId, fact.At }, "action_wording_action");
    }
}

internal sealed class ActionStepTable : IEntityTypeConfiguration<ActionStep>
{
    public void Configure(EntityTypeBuilder<ActionStep> table)
    {
        table.IsFacts("action_step");
        table.Property(fact => fact.State).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ActionId, fact.At }, "action_step_action");
    }
}

internal sealed class CarryingFactTable : IEntityTypeConfiguration<CarryingFact>
{
    public void Configure(EntityTypeBuilder<CarryingFact> table)
    {
        table.IsFacts("carrying_fact");
        table.Property(fact => fact.Carrying).HasMaxLength(20);
        table.Property(fact => fact.CarrierKind).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ActionId, fact.At }, "carrying_fact_action");
    }
}

internal sealed class OccurrenceMarkTable : IEntityTypeConfiguration<OccurrenceMark>
{
    public void Configure(EntityTypeBuilder<OccurrenceMark> table)
    {
        table.IsFacts("occurrence_mark");
        table.Property(fact => fact.Outcome).HasMaxLength(10);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ActionId, fact.At }, "occurrence_mark_action");
    }
}
