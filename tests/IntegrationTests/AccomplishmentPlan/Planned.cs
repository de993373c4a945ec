using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

/// <summary>Plans over HTTP, as a device does.</summary>
internal static class Planned
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static string Path(Guid person, string rest = "") => $"/api/v1/service-users/{person}/plan{(rest.Length == 0 || rest[0] == '?' ? "" : "/")}{rest}";

    public static object Goal(string words, double minutes = 60, bool adopted = false, string setting = "alone", string[]? themes = null, Guid? present = null, string? why = null,
        Guid[]? strengths = null, Guid[]? alters = null) => new
        {
            goal = new { words, themes = themes ?? [], why, strengths, alters }, adopted, setting, presentMemberId = present, at = Now.AddMinutes(-minutes),
        };

    /// <summary>Writes a goal and returns its id.</summary>
    public static async Task<Guid> GoalAsync(this HttpClient client, Guid person, string words, bool adopted = false, string setting = "alone", double minutes = 60, string[]? themes = null,
        Guid[]? strengths = null, Guid[]? alters = null)
    {
        var goal = Guid.CreateVersion7();
        await (await client.PutAsync(Path(person, $"goals/{goal}"), Goal(words, minutes, adopted, setting, themes, strengths: strengths, alters: alters))).BodyAsync(HttpStatusCode.OK);
        return goal;
    }

    public static Task<HttpResponseMessage> StepAsync(
        this HttpClient client, Guid person, Guid goal, string to, string setting = "alone", double minutes = 30, Guid? step = null, string? words = null) =>
        client.PutAsync(Path(person, $"goals/{goal}/steps/{step ?? Guid.CreateVersion7()}"), new { to, words, setting, at = Now.AddMinutes(-minutes) });

    public static object Member(string kind, Guid member) => new { kind, memberId = member };

    public static object Person() => new { kind = "person" };

    public static Task<HttpResponseMessage> ActAsync(
        this HttpClient client, Guid person, Guid goal, Guid action, string what, object? carrier = null, string setting = "alone", string? due = null, object? recurrence = null, double minutes = 25,
        Guid? strength = null) =>
        client.PutAsync(Path(person, $"goals/{goal}/actions/{action}"), new { action = new { what, due, recurrence, strengthId = strength }, carrier, setting, at = Now.AddMinutes(-minutes) });

    /// <summary>Writes an action and returns its id.</summary>
    public static async Task<Guid> ActionAsync(
        this HttpClient client, Guid person, Guid goal, string what, object? carrier = null, string setting = "alone", string? due = null, object? recurrence = null,
        Guid? strength = null)
    {
        var action = Guid.CreateVersion7();
        await (await client.ActAsync(person, goal, action, what, carrier, setting, due, recurrence, strength: strength)).BodyAsync(HttpStatusCode.OK);
        return action;
    }

    public static Task<HttpResponseMessage> StepActionAsync(this HttpClient client, Guid person, Guid action, string to, string setting = "alone", double minutes = 5) =>
        client.PutAsync(Path(person, $"actions/{action}/steps/{Guid.CreateVersion7()}"), new { to, setting, at = Now.AddMinutes(-minutes) });

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, Guid person, Guid action, object carrier, string setting = "alone") =>
        client.PutAsync(Path(person, $"actions/{action}/askings/{Guid.CreateVersion7()}"), new { carrier, setting, at = Now.AddMinutes(-20) });

    public static Task<HttpResponseMessage> AnswerAsync(this HttpClient client, Guid person, Guid action, bool accepted, Guid? turn = null) =>
        client.PutAsync(Path(person, $"actions/{action}/answers/{turn ?? Guid.CreateVersion7()}"), new { accepted, at = Now.AddMinutes(-15) });

    public static Task<HttpResponseMessage> GiveBackAsync(this HttpClient client, Guid person, Guid action) =>
        client.PutAsync(Path(person, $"actions/{action}/givings-back/{Guid.CreateVersion7()}"), new { at = Now.AddMinutes(-10) });

    /// <summary>The goal that the plan shows.</summary>
    public static JsonElement Goal(this JsonElement plan, Guid goal) => plan.GetProperty("goals").EnumerateArray().Single(one => one.GetProperty("goalId").GetGuid() == goal);

    /// <summary>The action that the plan shows, under whatever goal.</summary>
    public static JsonElement Action(this JsonElement plan, Guid action) =>
        plan.GetProperty("goals").EnumerateArray().SelectMany(goal => goal.GetProperty("actions").EnumerateArray()).Single(one => one.GetProperty("actionId").GetGuid() == action);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static async Task<JsonElement> PlanAsync(this HttpClient client, Guid person, string rest = "") => await (await client.GetAsync(Path(person, rest))).BodyAsync(HttpStatusCode.OK);
}
