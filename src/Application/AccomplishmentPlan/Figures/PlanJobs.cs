using Barometre.Application.Shared.Jobs;
using Barometre.Domain.AccomplishmentPlan;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>The work that keeps the figures of plans true: after each change of a plan, and every night.</summary>
public static class PlanJobs
{
    private const string Person = "person";

    /// <summary>After the night's other recomputations: they would only slow each other.</summary>
    private const string Nightly = "0 50 3 * * ?";

    public static void AddPlanJobs(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundWork>(new EventConsumer<PlanChanged, int>(
            "accomplishment-plan.recompute-plan",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new RecomputePlanCommand(Guid.Parse(data[Person]))));
        services.AddSingleton<BackgroundWork>(new Recomputation<PlansReport>("accomplishment-plan", Nightly, () => new RecomputeAllPlansCommand(), person => new RecomputePlanCommand(person)));
    }
}
