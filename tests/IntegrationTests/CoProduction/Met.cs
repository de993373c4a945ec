using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Meetings and perceived effects over HTTP, as a device does.</summary>
internal static class Met
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    public static string Path(Guid person, string rest = "") => $"/api/v1/service-users/{person}/meetings{(rest.Length == 0 ? "" : "/")}{rest}";

    public static string Effects(Guid person, string rest = "") => $"/api/v1/service-users/{person}/perceived-effects{(rest.Length == 0 ? "" : "/")}{rest}";

    /// <summary>Begins a meeting on the spot, or plans it for a day, and returns its id.</summary>
    public static async Task<Guid> MeetAsync(this HttpClient client, Guid person, int? inDays = null, string setting = "alone", string? words = null, Guid[]? members = null, double minutes = 60)
    {
        var meeting = Guid.CreateVersion7();
        var day = inDays is { } days ? $"{Today.AddDays(days):yyyy-MM-dd}" : null;
        await client.PutAsync(Path(person, $"{meeting}"), new { state = inDays is null ? "under_way" : "planned", meeting = new { day, time = (string?)null, members, words }, setting, at = Now.AddMinutes(-minutes) })
            .AnswersAsync(HttpStatusCode.OK);
        return meeting;
    }

    /// <summary>Draws the agenda and returns how many items came, and how many reasons.</summary>
    public static async Task<(int Added, int Reasons)> DrawAsync(this HttpClient client, Guid person, Guid meeting, double minutes = 50)
    {
        var drawn = await (await client.PostAsync(Path(person, $"{meeting}/agenda/drawings"), new { at = Now.AddMinutes(-minutes) })).BodyAsync(HttpStatusCode.OK);
        return (drawn.GetProperty("added").GetInt32(), drawn.GetProperty("reasons").GetInt32());
    }

    public static async Task<Guid> ItemAsync(this HttpClient client, Guid person, Guid meeting, string words, double minutes = 45, string setting = "alone")
    {
        var item = Guid.CreateVersion7();
        await client.PutAsync(Path(person, $"{meeting}/agenda/{item}"), new { words, setting, at = Now.AddMinutes(-minutes) }).AnswersAsync(HttpStatusCode.OK);
        return item;
    }

    public static Task<HttpResponseMessage> NoteAsync(
        this HttpClient client, Guid person, Guid meeting, Guid item, string words, bool decided = false, string setting = "alone", object? link = null, double minutes = 30, Guid? fact = null) =>
        client.PutAsync(Path(person, $"{meeting}/agenda/{item}/notes/{fact ?? Guid.CreateVersion7()}"), new { words, decided, link, setting, at = Now.AddMinutes(-minutes) });

    /// <summary>A goal, as a note names it.</summary>
    public static object LinkTo(Guid goal) => new { kind = "goal", theme = (string?)null, id = goal };

    public static Task<HttpResponseMessage> StrikeAsync(this HttpClient client, Guid person, Guid meeting, Guid item, bool struck = true, double minutes = 40) =>
        client.PutAsync(Path(person, $"{meeting}/agenda/{item}/strikings/{Guid.CreateVersion7()}"), new { struck, at = Now.AddMinutes(-minutes) });

    public static Task<HttpResponseMessage> CloseAsync(
        this HttpClient client, Guid person, Guid meeting, Guid? step = null, Guid? review = null, string? decided = null, string setting = "alone", Guid[]? members = null, int? nextInDays = null, double minutes = 10) =>
        client.PutAsync(Path(person, $"{meeting}/closings/{step ?? Guid.CreateVersion7()}"), new
        {
            heldOn = $"{Today:yyyy-MM-dd}", members = members ?? [], decided, nextOn = nextInDays is { } days ? $"{Today.AddDays(days):yyyy-MM-dd}" : null, reviewId = review, setting, at = Now.AddMinutes(-minutes),
        });

    public static async Task<JsonElement> MeetingAsync(this HttpClient client, Guid person, string rest = "") => await (await client.GetAsync(Path(person, rest))).BodyAsync(HttpStatusCode.OK);

    public static IEnumerable<JsonElement> Agenda(this JsonElement meeting) => meeting.GetProperty("agenda").EnumerateArray();

    public static JsonElement Item(this JsonElement meeting, Guid item) => meeting.Agenda().Single(one => one.GetProperty("itemId").GetGuid() == item);

    /// <summary>What an item is about and why it is there, in a line.</summary>
    public static string Told(this JsonElement item) =>
        item.GetProperty("closed").GetBoolean() ? $"closed {item.GetProperty("tab").GetString()}"
        : item.GetProperty("thing").ValueKind == JsonValueKind.Null ? item.GetProperty("words").GetString()!
        : $"{item.GetProperty("thing").GetProperty("kind").GetString()} {string.Join('+', item.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()))}";

    /// <summary>An answer as it goes over the wire.</summary>
    public static object Reply(string item, int? rating, string kind = "rating", string? comment = null, double minutes = 30, Guid? id = null) =>
        new { id = id ?? Guid.CreateVersion7(), item, kind, rating, comment, at = Now.AddMinutes(-minutes) };

    public static Task<HttpResponseMessage> SheetAsync(this HttpClient client, Guid person, Guid sheet, string subject, Guid about, object[] answers, string setting = "alone", double minutes = 60) =>
        client.PutAsync(Effects(person, $"{sheet}"), new { subject, subjectId = about, answers, setting, at = Now.AddMinutes(-minutes) });

    public static Task<HttpResponseMessage> ReplyAsync(this HttpClient client, Guid person, Guid sheet, object[] answers, string setting = "alone") =>
        client.PostAsync(Effects(person, $"{sheet}/answers"), new { answers, setting });

    public static Task<HttpResponseMessage> ShowAsync(this HttpClient client, Guid person, Guid sheet, Guid member, bool shown = true, double minutes = 5) =>
        client.PutAsync(Effects(person, $"{sheet}/showings/{Guid.CreateVersion7()}"), new { shownTo = member, shown, at = Now.AddMinutes(-minutes) });

    public static async Task<JsonElement> EffectsAsync(this HttpClient client, Guid person, string rest = "") => await (await client.GetAsync(Effects(person, rest))).BodyAsync(HttpStatusCode.OK);

    /// <summary>The means of a sheet: <c>change 51 (3)</c>.</summary>
    public static string Means(this JsonElement sheet) =>
        string.Join(", ", sheet.GetProperty("families").EnumerateArray().Select(family => $"{family.GetProperty("family").GetString()} {family.GetProperty("mean")} ({family.GetProperty("rated")})"));

    public static string[] Items(this JsonElement sheet) => [.. sheet.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("item").GetString()!)];
}
