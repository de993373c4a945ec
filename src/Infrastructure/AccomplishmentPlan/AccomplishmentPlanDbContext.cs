using Barometre.Application.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Infrastructure.AccomplishmentPlan.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.AccomplishmentPlan;

/// <summary>The schema <c>accomplishment_plan</c>.</summary>
internal sealed partial class AccomplishmentPlanDbContext(DbContextOptions options) : ModuleDbContext(options, "accomplishment_plan"), IAccomplishmentPlanDb
{
    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<GoalWording> GoalWordings => Set<GoalWording>();

    public DbSet<GoalStep> GoalSteps => Set<GoalStep>();

    public DbSet<LevelWording> LevelWordings => Set<LevelWording>();

    public DbSet<LevelRating> LevelRatings => Set<LevelRating>();

    public DbSet<PlanAction> Actions => Set<PlanAction>();

    public DbSet<CarriedAction> CarriedActions => Set<CarriedAction>();

    public DbSet<ActionWording> ActionWordings => Set<ActionWording>();

    public DbSet<ActionStep> ActionSteps => Set<ActionStep>();

    public DbSet<CarryingFact> CarryingFacts => Set<CarryingFact>();

    public DbSet<OccurrenceMark> OccurrenceMarks => Set<OccurrenceMark>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<PlanSummary> Summaries => Set<PlanSummary>();

    public DbSet<AttainmentFigure> Attainments => Set<AttainmentFigure>();

    public Task<Goal?> HoldGoalAsync(Guid serviceUserId, Guid goalId, CancellationToken cancellationToken) =>
        Goals.FromSql($"SELECT * FROM accomplishment_plan.goal WHERE service_user_id = {serviceUserId} AND id = {goalId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    public Task<PlanAction?> HoldActionAsync(Guid serviceUserId, Guid actionId, CancellationToken cancellationToken) =>
        Actions.FromSql($"SELECT * FROM accomplishment_plan.action WHERE service_user_id = {serviceUserId} AND id = {actionId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    // The lock's first half is only this lock's; the second is the person. In one order for all: two that hold several people each never wait for one another in a circle.
    // Read, not executed: a reading announces for whom it runs, and at night this is the first statement of its transaction.
    public Task HoldFiguresAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) => Database.SqlQuery<string>($"""
        SELECT pg_advisory_xact_lock(5517043, person)::text AS "Value" FROM (SELECT DISTINCT hashtext(id::text) AS person FROM unnest({people.ToArray()}) id ORDER BY 1) people
        """).ToListAsync(cancellationToken);

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new PlanTable());
        model.ApplyConfiguration(new GoalTable());
        model.ApplyConfiguration(new GoalWordingTable());
        model.ApplyConfiguration(new GoalStepTable());
        model.ApplyConfiguration(new LevelWordingTable());
        model.ApplyConfiguration(new LevelRatingTable());
        model.ApplyConfiguration(new ActionTable());
        model.ApplyConfiguration(new CarriedActionTable());
        model.ApplyConfiguration(new ActionWordingTable());
        model.ApplyConfiguration(new ActionStepTable());
        model.ApplyConfiguration(new CarryingFactTable());
        model.ApplyConfiguration(new OccurrenceMarkTable());
        model.ApplyConfiguration(new FollowUpTable());
        model.ApplyConfiguration(new ReviewTable());
        Reminding(model);
        model.ApplyConfiguration(new PlanSummaryTable());
        model.ApplyConfiguration(new AttainmentTable());
        Printing(model);
    }
}
