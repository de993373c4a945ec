using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi.Verbs;

/// <summary>Applies what is missing, as the owner; the serving process never does.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Host.Build(args);
        var applied = await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    }
}
