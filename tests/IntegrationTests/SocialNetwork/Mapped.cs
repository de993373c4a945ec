using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.SocialNetwork;

/// <summary>Notes a network over HTTP, as a device does; everybody in it is invented.</summary>
internal static class Mapped
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>A fact as it goes over the wire, noted <paramref name="days"/> ago.</summary>
    public static Dictionary<string, object?> Fact(string kind, Guid subject, double days, params (string Member, object? Value)[] more)
    {
        Dictionary<string, object?> fact = new() { ["id"] = Guid.CreateVersion7(), ["kind"] = kind, ["subjectId"] = subject, ["at"] = Now.AddDays(-days) };
        foreach (var (member, value) in more)
        {
            fact[member] = value;
        }

        return fact;
    }

    public static Dictionary<string, object?> Named(Guid alter, string name, double days, string circle = "friends", string kind = "person") =>
        Fact("alter_named", alter, days, ("name", name), ("alterKind", kind), ("circle", circle));

    public static Dictionary<string, object?> Stated(Guid alter, double days, int? closeness = null, int? quality = null, string? comment = null) =>
        Fact("tie_stated", alter, days, ("closeness", closeness), ("quality", quality), ("comment", comment));

    public static Dictionary<string, object?> Together(this Dictionary<string, object?> fact)
    {
        (fact["setting"], fact["perspective"]) = ("joint", "service_user");
        return fact;
    }

    public static string Path(Guid person, string rest) => $"/api/v1/service-users/{person}/network/{rest}";

    public static Task<HttpResponseMessage> NoteAsync(this HttpClient client, Guid person, params IEnumerable<object> facts) => client.PostAsJsonAsync(Path(person, "facts"), new { facts });

    public static async Task<JsonElement> NotedAsync(this HttpClient client, Guid person, params IEnumerable<object> facts) =>
        await (await client.NoteAsync(person, facts)).BodyAsync(HttpStatusCode.OK);

    public static async Task<JsonElement> NetworkAsync(this HttpClient client, Guid person, string rest, HttpStatusCode expected = HttpStatusCode.OK) =>
        await (await client.GetAsync(new Uri(Path(person, rest), UriKind.Relative))).BodyAsync(expected);

    public static string At(DateTimeOffset at) => Uri.EscapeDataString(at.ToString("O"));

    public static string[] Names(this JsonElement alters) => [.. alters.EnumerateArray().Select(alter => alter.GetProperty("name").GetString()!)];

    public static JsonElement Alter(this JsonElement map, Guid id) => map.GetProperty("present").EnumerateArray().Concat(map.GetProperty("left").EnumerateArray()).Single(alter => alter.GetProperty("id").GetGuid() == id);

    public static JsonElement Voice(this JsonElement alter, string perspective = "service_user") => alter.GetProperty("voices").EnumerateArray().Single(voice => voice.GetProperty("perspective").GetString() == perspective);

    public static (string Pointer, string Code)[] Faults(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(field => (field.GetProperty("pointer").GetString()!, field.Code()))];
}
