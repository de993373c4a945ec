using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi;

/// <summary>What the host can be asked to do from the command line; <c>serve</c> when nothing is said.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, (string Help, Func<string[], Task<int>> Run)> All = new(StringComparer.Ordinal)
    {
        ["serve"] = ("serve the API (the default)", ServeAsync),
        ["migrate"] = ("apply the migrations that are missing, as the owner", MigrateAsync),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] != "--help" ? "serve" : args[0];
        if (All.TryGetValue(verb, out var found))
        {
            return await found.Run(args.Length > 0 && args[0] == verb ? args[1..] : args);
        }

        Console.WriteLine("barometre VERB [options]");
        foreach (var (name, (help, _)) in All)
        {
            Console.WriteLine($"  {name,-16}{help}");
        }

        return verb is "--help" or "help" ? 0 : 2;
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Host.Build(args);
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        await using var app = Host.Build(args);
        var applied = await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    }
}
