using Barometre.IntegrationTests;
using Microsoft.AspNetCore.Builder;

namespace Barometre.Bench;

/// <summary>An installation whose node answers requests and leaves the jobs to others, as <c>serve --no-jobs</c>.</summary>
internal sealed class QuietInstallation : Installation
{
    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["BAROMETRE_JOBS"] = "false";
}
