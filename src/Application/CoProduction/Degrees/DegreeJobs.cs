using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared.Jobs;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>The work that keeps the degree of coproduction true: after each change of what it is computed from, and every night.</summary>
public static class DegreeJobs
{
    private const string Person = "person";

    /// <summary>After the night's other recomputations: they would only slow each other.</summary>
    private const string Nightly = "0 10 4 * * ?";

    public static void AddDegreeJobs(this IServiceCollection services)
    {
        services.AddScoped<CoproductionActs>();
        services.After<PlanChanged>("plan");
        services.After<StrengthsChanged>("strengths");
        services.After<StarsChanged>("stars");
        services.After<AssessmentOpened>("assessment");
        services.After<ProposalsChanged>("proposals");
        services.AddSingleton<BackgroundWork>(new Recomputation<DegreesReport>("coproduction", Nightly, () => new RecomputeAllDegreesCommand(), person => new RecomputeDegreeCommand(person)));
    }

    private static void After<TEvent>(this IServiceCollection services, string what)
        where TEvent : IDomainEvent =>
        services.AddSingleton<BackgroundWork>(new EventConsumer<TEvent, int>(
            $"coproduction.recompute-degree-after-{what}",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new RecomputeDegreeCommand(Guid.Parse(data[Person]))));
}
