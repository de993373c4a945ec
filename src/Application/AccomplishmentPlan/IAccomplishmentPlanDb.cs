using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IAccomplishmentPlanDb
{
    DbSet<Plan> Plans { get; }

    DbSet<Goal> Goals { get; }

    DbSet<GoalWording> GoalWordings { get; }

    DbSet<GoalStep> GoalSteps { get; }

    DbSet<LevelWording> LevelWordings { get; }

    DbSet<LevelRating> LevelRatings { get; }

    DbSet<PlanAction> Actions { get; }

    DbSet<CarriedAction> CarriedActions { get; }

    DbSet<ActionWording> ActionWordings { get; }

    DbSet<ActionStep> ActionSteps { get; }

    DbSet<CarryingFact> CarryingFacts { get; }

    DbSet<OccurrenceMark> OccurrenceMarks { get; }

    DbSet<FollowUp> FollowUps { get; }

    DbSet<Review> Reviews { get; }

    /// <summary>Written by jobs only.</summary>
    DbSet<PlanSummary> Summaries { get; }

    /// <summary>Written by jobs only.</summary>
    DbSet<AttainmentFigure> Attainments { get; }

    /// <summary>One goal without its facts, held until the end of the command: devices that write to it at the same time take turns.</summary>
    Task<Goal?> HoldGoalAsync(Guid serviceUserId, Guid goalId, CancellationToken cancellationToken);

    /// <summary>One action without its facts, held until the end of the command, its goal with it.</summary>
    Task<PlanAction?> HoldActionAsync(Guid serviceUserId, Guid actionId, CancellationToken cancellationToken);

    /// <summary>Makes any other recomputation of these people's figures wait for the end of this transaction, so that the last to write has read the newest facts.</summary>
    Task HoldFiguresAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
