using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> table)
    {
        table.ToTable("goal");
        table.HasKey(goal => new { goal.ServiceUserId, goal.Id });
        table.Property(goal => goal.Perspective).HasMaxLength(20);
        table.Property(goal => goal.Setting).HasMaxLength(10);
        table.Property(goal => goal.State).HasMaxLength(20);
        table.HasMany(goal => goal.Wordings).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.GoalId });
        table.HasMany(goal => goal.Steps).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.GoalId });
        table.HasMany(goal => goal.Levels).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.GoalId });
        table.HasMany(goal => goal.Ratings).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.GoalId });
        table.Navigation(goal => goal.Wordings).HasField("_wordings");
        table.Navigation(goal => goal.Steps).HasField("_steps");
        table.Navigation(goal => goal.Levels).HasField("_levels");
        table.Navigation(goal => goal.Ratings).HasField("_ratings");
    }
}

internal sealed class GoalWordingTable : IEntityTypeConfiguration<GoalWording>
{
    public void Configure(EntityTypeBuilder<GoalWording> table)
    {
        table.IsFacts("goal_wording");
        table.Property(fact => fact.Domain).HasMaxLength(30);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.GoalId, fact.At }, "goal_wording_goal");
    }
}

internal sealed class GoalStepTable : IEntityTypeConfiguration<GoalStep>
{
    public void Configure(EntityTypeBuilder<GoalStep> table)
    {
        table.IsFacts("goal_step");
        table.Property(fact => fact.State).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.GoalId, fact.At }, "goal_step_goal");
    }
}

internal sealed class LevelWordingTable : IEntityTypeConfiguration<LevelWording>
{
    public void Configure(EntityTypeBuilder<LevelWording> table)
    {
        table.IsFacts("level_wording");
        table.HasIndex(fact => new { fact.ServiceUserId, fact.GoalId, fact.At }, "level_wording_goal");
    }
}

internal sealed class LevelRatingTable : IEntityTypeConfiguration<LevelRating>
{
    public void Configure(EntityTypeBuilder<LevelRating> table)
    {
        table.IsFacts("level_rating");
        table.HasOne<Review>().WithMany().HasForeignKey(fact => new { fact.ServiceUserId, fact.ReviewId });
        table.HasIndex(fact => new { fact.ServiceUserId, fact.GoalId, fact.At }, "level_rating_goal");
    }
}
