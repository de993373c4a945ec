namespace Barometre.WebApi.Verbs;

/// <summary>Answers requests and, unless told not to, runs background jobs.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var withoutJobs = args.Contains("--no-jobs", StringComparer.Ordinal);
        await using var app = Host.Build([.. args.Where(arg => arg != "--no-jobs")], builder =>
        {
            if (withoutJobs)
            {
                builder.Configuration["BAROMETRE_JOBS"] = "false";
            }
        });
        await app.RunAsync();
        return 0;
    }
}
