using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Talks over HTTP, as a device does.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static string Path(Guid person, string rest) => $"/api/v1/service-users/{person}/coproduction/{rest}";

    public static object Theme(string theme) => new { kind = "theme", theme };

    public static object Thing(string kind, Guid id) => new { kind, id };

    public static object Said(object thing, string words, double minutes = 10, string setting = "alone", string? perspective = null, Guid? present = null) =>
        new { thing, words, setting, perspective, presentMemberId = present, at = Now.AddMinutes(-minutes) };

    public static Task<HttpResponseMessage> SayAsync(
        this HttpClient client, Guid person, object thing, string words, Guid? id = null, double minutes = 10, string setting = "alone", string? perspective = null, Guid? present = null) =>
        client.PutAsJsonAsync(Path(person, $"messages/{id ?? Guid.CreateVersion7()}"), Said(thing, words, minutes, setting, perspective, present));

    /// <summary>Says something and returns the conversation and the message.</summary>
    public static async Task<(Guid Conversation, Guid Message)> SaidAsync(
        this HttpClient client, Guid person, object thing, string words, double minutes = 10, string setting = "alone", string? perspective = null, Guid? present = null)
    {
        var kept = await (await client.SayAsync(person, thing, words, null, minutes, setting, perspective, present)).BodyAsync(HttpStatusCode.OK);
        return (kept.GetProperty("conversationId").GetGuid(), kept.GetProperty("messageId").GetGuid());
    }

    public static Task<HttpResponseMessage> EditAsync(
        this HttpClient client, Guid person, Guid message, string words, Guid? id = null, double minutes = 5, string setting = "alone", string? perspective = null) =>
        client.PutAsJsonAsync(Path(person, $"messages/{message}/edits/{id ?? Guid.CreateVersion7()}"), new { words, setting, perspective, at = Now.AddMinutes(-minutes) });

    public static Task<HttpResponseMessage> WithdrawAsync(this HttpClient client, Guid person, Guid message, Guid? id = null, string setting = "alone", string? perspective = null) =>
        client.PutAsJsonAsync(Path(person, $"messages/{message}/withdrawals/{id ?? Guid.CreateVersion7()}"), new { setting, perspective, at = Now.AddMinutes(-1) });

    public static Task<HttpResponseMessage> MarkAsync(this HttpClient client, Guid person, object thing, bool marked = true, Guid? id = null, double minutes = 10, string setting = "alone") =>
        client.PutAsJsonAsync(Path(person, $"marks/{id ?? Guid.CreateVersion7()}"), new { thing, marked, setting, at = Now.AddMinutes(-minutes) });

    public static async Task<JsonElement> ReadAsync(this HttpClient client, Guid person, string rest, HttpStatusCode expected = HttpStatusCode.OK) =>
        await (await client.GetAsync(new Uri(Path(person, rest), UriKind.Relative))).BodyAsync(expected);

    public static async Task<JsonElement> ConversationsAsync(this HttpClient client, Guid person, string query = "") => (await client.ReadAsync(person, $"conversations{query}")).GetProperty("items");

    public static async Task ReadThroughAsync(this HttpClient client, Guid person, Guid conversation, int through) =>
        await (await client.PutAsJsonAsync(Path(person, $"conversations/{conversation}/read"), new { through })).BodyAsync(HttpStatusCode.OK);

    /// <summary>The words of a conversation, newest first; null where they were withdrawn.</summary>
    public static async Task<IReadOnlyList<string?>> WordsAsync(this HttpClient client, Guid person, Guid conversation) =>
        [.. (await client.ReadAsync(person, $"conversations/{conversation}")).GetProperty("messages").GetProperty("items").EnumerateArray().Select(message => message.GetProperty("words").GetString())];

    public static int Unread(this JsonElement conversations, Guid conversation) =>
        conversations.EnumerateArray().Single(one => one.GetProperty("conversationId").GetGuid() == conversation).GetProperty("unread").GetInt32();

    /// <summary>One thing of each kind in the person's record, as the API names it.</summary>
    public static async Task<IReadOnlyDictionary<string, object>> ThingsAsync(this Installation installation, Given.Person person)
    {
        var client = person.Account.Client(installation);
        var (rating, alter, strength, followUp) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40, id: rating)])).BodyAsync(HttpStatusCode.Created);
        await installation.StarsAsync(person, "needs.housing");
        await client.NotedAsync(person.ServiceUserId, Mapped.Named(alter, "Lou Inventé", 3));
        await (await client.NameAsync(person.ServiceUserId, strength, Strong.Said("Je cuisine bien"))).BodyAsync(HttpStatusCode.OK);
        var goal = await client.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        var action = await client.ActionAsync(person.ServiceUserId, goal, "Appeler l’école");
        await (await client.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{followUp}"), new { words = "Deux chapitres", at = Now.AddMinutes(-9) })).BodyAsync(HttpStatusCode.OK);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["theme"] = Theme("needs.housing"), ["star"] = new { kind = "star", theme = "needs.housing" }, ["rating"] = Thing("rating", rating), ["tie"] = Thing("tie", alter),
            ["strength"] = Thing("strength", strength), ["goal"] = Thing("goal", goal), ["action"] = Thing("action", action), ["follow_up"] = Thing("follow_up", followUp),
        };
    }

    /// <summary>Opens only these tabs to a member, to contribute.</summary>
    public static Task OpenOnlyAsync(this Installation installation, Given.Person person, Given.SignedIn member, params string[] tabs) =>
        installation.ExecuteAsync($"""
            UPDATE participation.circle_member SET quality_of_life = 'none', network = 'none', strengths = 'none', plan = 'none', coproduction = 'none'
             WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{member.AccountId}';
            UPDATE participation.circle_member SET {string.Join(", ", tabs.Select(tab => $"{tab} = 'contribute'"))}
             WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{member.AccountId}';
            """);
}
