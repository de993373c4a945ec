using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Proposals over HTTP, as a device sends them.</summary>
internal static class Proposed
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static string Path(Guid person, string rest) => $"/api/v1/service-users/{person}/coproduction/{rest}";

    public static object Stars(params string[] themes) => new { stars = new { themes } };

    public static object Reworded(Guid goal, string words, string? why = null) => new { plan = new { thingId = goal, goal = new { words, why, themes = Array.Empty<string>() } } };

    public static object Stepped(Guid goal, string to) => new { plan = new { thingId = goal, goalState = to } };

    public static Task<HttpResponseMessage> OfferAsync(this HttpClient client, Guid person, Guid proposal, object change, string? why = null, double minutes = 10) =>
        client.PutAsync(Path(person, $"proposals/{proposal}"), new { change, why, at = Now.AddMinutes(-minutes) });

    /// <summary>Proposes and returns the proposal's id.</summary>
    public static async Task<Guid> ProposeAsync(this HttpClient client, Guid person, object change, string? why = null)
    {
        var proposal = Guid.CreateVersion7();
        await client.OfferAsync(person, proposal, change, why).AnswersAsync(HttpStatusCode.OK);
        return proposal;
    }

    public static Task<HttpResponseMessage> ReplyToAsync(
        this HttpClient client, Guid person, Guid proposal, bool yes, object? amended = null, string? reason = null, bool reasonShown = false, int? readVersion = null, string setting = "alone",
        Guid? answer = null) =>
        client.PutAsync(
            Path(person, $"proposals/{proposal}/answers/{answer ?? Guid.CreateVersion7()}"), new { yes, amended, reason, reasonShown, readVersion, setting, at = Now.AddMinutes(-1) });

    public static Task<HttpResponseMessage> TakeBackAsync(this HttpClient client, Guid person, Guid proposal) =>
        client.PutAsync(Path(person, $"proposals/{proposal}/withdrawals/{Guid.CreateVersion7()}"), new { at = Now });

    public static Task<HttpResponseMessage> OpenAgainAsync(this HttpClient client, Guid person, Guid proposal, string setting = "alone") =>
        client.PutAsync(Path(person, $"proposals/{proposal}/reopenings/{Guid.CreateVersion7()}"), new { at = Now, setting });

    public static async Task<List<JsonElement>> WaitingAsync(this HttpClient client, Guid person) =>
        [.. (await (await client.GetAsync(Path(person, "proposals/waiting"))).BodyAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()];

    /// <summary>One proposal, as the list shows it.</summary>
    public static async Task<JsonElement> ProposalAsync(this HttpClient client, Guid person, Guid proposal) =>
        (await (await client.GetAsync(Path(person, "proposals"))).BodyAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("proposalId").GetGuid() == proposal);

    public static async Task<string[]> StarsOfAsync(this HttpClient client, Guid person) =>
        [.. (await Rated.ReadAsync(client, person, "stars")).GetProperty("stars").EnumerateArray().Select(star => star.Text("theme"))];
}
