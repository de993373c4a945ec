using System.Net.Http.Json;
using System.Text.Json;
using Barometre.IntegrationTests;

namespace Barometre.Bench;

/// <summary>2. A completed 55-theme assessment over HTTP against the bare twin writing the same rows in one batch.</summary>
internal static class AssessmentBench
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    public static async Task<Pairs.Result> RunAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        await using var twin = await RawTwin.StartAsync(installation.OwnerString);
        using var ours = person.Account.Client(installation);
        using var raw = new HttpClient { BaseAddress = twin.Address };
        var themes = await ThemesAsync(installation);
        return await Pairs.MeasureAsync(
            "2. PUT a completed assessment of 55 themes", "requests/s", 0.50, true, 7,
            () => Load.RequestsPerSecondAsync(ours, () => Request($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/assessments/{Guid.CreateVersion7()}", themes), Time),
            () => Load.RequestsPerSecondAsync(raw, () => Request($"/assessments/{person.ServiceUserId}/{Guid.CreateVersion7()}", themes), Time));
    }

    private static HttpRequestMessage Request(string path, IReadOnlyList<string> themes)
    {
        var at = TimeProvider.System.GetUtcNow();
        var answers = themes.Select((theme, i) => new { id = Guid.CreateVersion7(), theme, kind = "rating", rating = (i * 7) % 101, at });
        return new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { setting = "alone", at, complete = true, answers }) };
    }

    /// <summary>The themes of the instrument.</summary>
    internal static async Task<List<string>> ThemesAsync(Installation installation)
    {
        using var client = installation.Client();
        var instrument = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/instruments/quality-of-life", UriKind.Relative));
        return [.. instrument.GetProperty("spheres").EnumerateArray().SelectMany(sphere => sphere.GetProperty("themes").EnumerateArray()).Select(theme => theme.GetProperty("code").GetString()!)];
    }
}
