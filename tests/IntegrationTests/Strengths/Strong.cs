using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.Strengths;

/// <summary>Names strengths over HTTP, as a device does.</summary>
internal static class Strong
{
    public static string At(Guid person, string rest = "") => $"/api/v1/service-users/{person}/strengths{rest}";

    /// <summary>What a strength says, as it goes over the wire.</summary>
    public static object Said(
        string words, string kind = "skill", string domain = "leisure", string time = "now", string? suggestion = null, string? theme = null, Guid? alterId = null, string? resource = null) =>
        new { words, kind, domain, time, suggestion, theme, alterId, resource };

    public static Task<HttpResponseMessage> NameAsync(
        this HttpClient client, Guid person, Guid id, object said, string setting = "alone", double minutes = 10, string? perspective = null) =>
        client.PutAsJsonAsync(At(person, $"/items/{id}"), new { strength = said, at = Now.AddMinutes(-minutes), setting, perspective });

    public static Task<HttpResponseMessage> ReplyAsync(
        this HttpClient client, Guid person, Guid id, bool yes, object? amended = null, string? reason = null, string setting = "alone", Guid? fact = null) =>
        client.PutAsJsonAsync(At(person, $"/items/{id}/answers/{fact ?? Guid.CreateVersion7()}"), new { yes, amended, reason, at = Now.AddMinutes(-5), setting });

    public static Task<HttpResponseMessage> ReviseAsync(
        this HttpClient client, Guid person, Guid id, object said, string setting = "alone", double minutes = 4, Guid? fact = null) =>
        client.PutAsJsonAsync(At(person, $"/items/{id}/revisions/{fact ?? Guid.CreateVersion7()}"), new { strength = said, at = Now.AddMinutes(-minutes), setting });

    public static Task<HttpResponseMessage> RetireAsync(this HttpClient client, Guid person, Guid id, bool retired = true, double minutes = 2) =>
        client.PutAsJsonAsync(At(person, $"/items/{id}/standings/{Guid.CreateVersion7()}"), new { retired, at = Now.AddMinutes(-minutes) });

    public static async Task<HttpResponseMessage> ArrangeAsync(this HttpClient client, Guid person, int? version, Guid[] order, Guid[] pinned)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, At(person, "/order")) { Content = JsonContent.Create(new { order, pinned, at = Now }) };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> StrengthsAsync(this HttpClient client, Guid person, string rest = "") =>
        await (await client.GetAsync(new Uri(At(person, rest), UriKind.Relative))).BodyAsync(System.Net.HttpStatusCode.OK);

    /// <summary>Words and standing of each strength of a board, in its order.</summary>
    public static (string Words, string Standing)[] Shown(this JsonElement board) =>
        [.. board.GetProperty("strengths").EnumerateArray().Select(one => (one.GetProperty("words").GetString()!, one.GetProperty("standing").GetString()!))];

    /// <summary>The person chooses their stars, alone.</summary>
    public static async Task StarsAsync(this Installation installation, Given.Person person, params string[] themes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, QualityOfLife.Rated.Path(person.ServiceUserId, "stars")) { Content = JsonContent.Create(new { themes }) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        await (await person.Account.Client(installation).SendAsync(request)).BodyAsync(System.Net.HttpStatusCode.OK);
    }
}
