using Barometre.WebApi.Demonstration;

namespace Barometre.WebApi.Verbs;

/// <summary>Walks through the main things people do on a running installation that holds the demonstration.</summary>
internal static class SmokeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["--url", var url] || !Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address))
        {
            throw new VerbMisused("smoke --url URL");
        }

        try
        {
            await new SmokeWalk(address, Console.Out).RunAsync();
            return 0;
        }
        catch (SmokeFailed failed)
        {
            await Console.Error.WriteLineAsync($"✗ {failed.Message}");
            return 1;
        }
    }
}
