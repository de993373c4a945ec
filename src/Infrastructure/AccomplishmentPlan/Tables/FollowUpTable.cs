using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> table)
    {
        table.IsFacts("follow_up");
        table.HasOne<Goal>().WithMany().HasForeignKey(fact => new { fact.ServiceUserId, fact.GoalId });
        table.HasOne<PlanAction>().WithMany().HasForeignKey(fact => new { fact.ServiceUserId, fact.ActionId });
        table.HasIndex(fact => new { fact.ServiceUserId, fact.GoalId, fact.At }, "follow_up_goal");
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> table)
    {
        table.IsFacts("review");
    }
}
