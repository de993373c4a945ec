using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>Rates over HTTP, as a device does.</summary>
internal static class Rated
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>An answer as it goes over the wire, given <paramref name="minutes"/> ago.</summary>
    public static Dictionary<string, object?> Answer(string theme, int? rating, double minutes = 10, string kind = "rating", Guid? id = null) => new()
    {
        ["id"] = id ?? Guid.CreateVersion7(), ["theme"] = theme, ["kind"] = kind, ["rating"] = rating, ["at"] = Now.AddMinutes(-minutes),
    };

    public static string Path(Guid person, string rest) => $"/api/v1/service-users/{person}/quality-of-life/{rest}";

    public static Task<HttpResponseMessage> OpenAsync(
        this HttpClient client, Guid person, Guid assessment, object[] answers, bool complete = false, string setting = "alone", string? perspective = null, double minutes = 60, Guid? project = null) =>
        client.PutAsJsonAsync(
            Path(person, $"assessments/{assessment}"),
            new { setting, perspective, at = Now.AddMinutes(-minutes), projectId = project, answers, complete });

    public static Task<HttpResponseMessage> AnswerAsync(this HttpClient client, Guid person, Guid assessment, params object[] answers) =>
        client.PostAsJsonAsync(Path(person, $"assessments/{assessment}/answers"), new { answers });

    public static async Task<JsonElement> ReadAsync(this HttpClient client, Guid person, string rest) =>
        await (await client.GetAsync(new Uri(Path(person, rest), UriKind.Relative))).BodyAsync(HttpStatusCode.OK);

    public static async Task<JsonElement> BodyAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The rating that the picture shows for a theme in a perspective; null when it shows none.</summary>
    public static int? Shown(this JsonElement picture, string theme, string perspective = "service_user")
    {
        var voices = picture.GetProperty("themes").EnumerateArray().Where(one => one.GetProperty("theme").GetString() == theme)
            .SelectMany(one => one.GetProperty("voices").EnumerateArray()).Where(voice => voice.GetProperty("perspective").GetString() == perspective).ToList();
        return voices.Count == 0 || voices[0].GetProperty("rating").ValueKind == JsonValueKind.Null ? null : voices[0].GetProperty("rating").GetInt32();
    }

    public static int[] Ratings(this JsonElement series, string theme, string perspective = "service_user") =>
        [.. series.GetProperty("series").EnumerateArray()
            .Where(one => one.GetProperty("theme").GetString() == theme && one.GetProperty("perspective").GetString() == perspective)
            .SelectMany(one => one.GetProperty("rating").EnumerateArray()).Select(rating => rating.GetInt32())];

    public static string Code(this JsonElement problem) => problem.GetProperty("code").GetString()!;
}
