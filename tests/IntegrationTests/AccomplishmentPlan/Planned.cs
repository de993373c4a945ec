using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

/// <summary>Plans over HTTP, as a device does.</summary>
internal static class Planned
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static string Path(Guid person, string rest) => $"/api/v1/service-users/{person}/plan/{rest}";

    public static object Goal(string words, double minutes = 60, bool adopted = false, string setting = "alone", string[]? themes = null, Guid? present = null, string? why = null) => new
    {
        goal = new { words, themes = themes ?? [], why }, adopted, setting, presentMemberId = present, at = Now.AddMinutes(-minutes),
    };

    /// <summary>Writes a goal and returns its id.</summary>
    public static async Task<Guid> GoalAsync(this HttpClient client, Guid person, string words, bool adopted = false, string setting = "alone", double minutes = 60, string[]? themes = null)
    {
        var goal = Guid.CreateVersion7();
        await (await client.PutAsync(Path(person, $"goals/{goal}"), Goal(words, minutes, adopted, setting, themes))).BodyAsync(HttpStatusCode.OK);
        return goal;
    }

    public static Task<HttpResponseMessage> StepAsync(
        this HttpClient client, Guid person, Guid goal, string to, string setting = "alone", double minutes = 30, Guid? step = null, string? words = null) =>
        client.PutAsync(Path(person, $"goals/{goal}/steps/{step ?? Guid.CreateVersion7()}"), new { to, words, setting, at = Now.AddMinutes(-minutes) });

    public static async Task<JsonElement> PlanAsync(this HttpClient client, Guid person, string rest) => await (await client.GetAsync(Path(person, rest))).BodyAsync(HttpStatusCode.OK);
}
