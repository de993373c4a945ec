using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>An installation whose access decisions are noted.</summary>
public sealed class MatrixInstallation : Installation
{
    public Decisions Decisions { get; } = new();

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        // A line for each of some thousand refusals is no use to anybody.
        builder.Logging.ClearProviders();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(Decisions);
        // Registered before the application's own behaviours: outermost.
        builder.Services.AddScoped(typeof(IPipelineBehavior<,>), typeof(DecisionProbe<,>));
    }
}
