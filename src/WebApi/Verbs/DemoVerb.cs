using System.Diagnostics;
using System.Globalization;
using Barometre.Infrastructure.Shared;
using Barometre.WebApi.Demonstration;

namespace Barometre.WebApi.Verbs;

/// <summary>Loads the demonstration, once; or prints its accounts.</summary>
internal static class DemoVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var content = DemonstrationContent.Read();
        switch (args)
        {
            case ["--print-accounts"]:
                Print(content);
                return 0;
            case []:
                await LoadAsync(content);
                return 0;
            default:
                throw new VerbMisused("demo [--print-accounts]");
        }
    }

    private static async Task LoadAsync(DemonstrationContent content)
    {
        var started = Stopwatch.GetTimestamp();
        await using var app = Host.Build([]);
        Console.WriteLine(await new DemonstrationLoad(new DemonstrationVoices(app), content, app.Services.GetRequiredService<OneAtATime>()).RunAsync(Console.Out)
            ? string.Create(CultureInfo.InvariantCulture,
                $"Loaded the demonstration in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s: {content.Projects.Count} projects, {content.People.Count} invented people, 1 real person's published ratings.")
            : "The demonstration is there.");
    }

    private static void Print(DemonstrationContent content)
    {
        var accounts = content.Accounts().ToList();
        var width = accounts.Max(account => account.Name.Length);
        foreach (var account in accounts)
        {
            Console.WriteLine($"  {account.Name.PadRight(width)}  {Words(account.Role),-12}  {account.Who}");
        }

        Console.WriteLine();
        Console.WriteLine($"  The password of all of them: {DemonstrationContent.Password}");
        Console.WriteLine("  Everybody can know it: keep nothing of anybody's here. The demonstration asks for no second factor; real projects do.");
    }

    private static string Words(Domain.Shared.Role role) => role == Domain.Shared.Role.ServiceUser ? "service user" : role.ToString().ToLowerInvariant();
}
