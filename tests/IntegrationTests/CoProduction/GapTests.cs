using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Two voices over HTTP: which gaps there are, how they close, open again, and who may say so.</summary>
[Collection(InstallationTests.Name)]
public sealed class GapTests(Installation installation)
{
    [Fact]
    public async Task A_gap_is_closed_by_both_sides_and_opened_again_by_a_new_rating()
    {
        var people = await FarAsync();
        var open = await people.Own.GapAsync(people.Id);
        Assert.Equal(("open", -60), (open.GetProperty("state").GetString(), open.GetProperty("now").GetProperty("gap").GetInt32()));

        await people.Practitioner.SayOkAsync(people.Id, open, "agree_to_differ");
        var waiting = await people.Own.GapAsync(people.Id);
        Assert.Equal(("open", "agree_to_differ", JsonValueKind.Null), (
            waiting.GetProperty("state").GetString(), waiting.GetProperty("practitioner").GetProperty("word").GetString(), waiting.GetProperty("person").ValueKind));
        await people.Own.SayOkAsync(people.Id, open, "agree_to_differ");
        Assert.Equal("agreed_to_differ", (await people.Practitioner.GapAsync(people.Id)).GetProperty("state").GetString());

        await people.Own.RatesAsync(people.Id, AnswerNow("needs.housing", 95));

        var again = await people.Own.GapAsync(people.Id);
        Assert.Equal(["opened", "agreed_to_differ", "reopened"], Kinds(again));
        var (closed, reopened) = (again.GetProperty("history")[1], again.GetProperty("history")[2]);
        Assert.Equal(["service_user", "practitioner"], closed.GetProperty("saidBy").EnumerateArray().Select(said => said.GetProperty("perspective").GetString()));
        Assert.Equal(["service_user"], reopened.GetProperty("ratedBy").EnumerateArray().Select(voice => voice.GetString()));
        Assert.Equal(100, closed.GetProperty("ratings").GetProperty("person").GetInt32());
    }

    [Fact]
    public async Task Said_together_once_it_is_both_sides_word()
    {
        var people = await FarAsync();
        var gap = await people.Own.GapAsync(people.Id);

        await people.Practitioner.SayOkAsync(people.Id, gap, "agree", setting: "joint");

        Assert.Equal("agreed", (await people.Own.GapAsync(people.Id)).GetProperty("state").GetString());
        await people.Own.SayOkAsync(people.Id, gap, "still_talking");
        Assert.Equal(["opened", "agreed", "taken_back"], Kinds(await people.Own.GapAsync(people.Id)));
    }

    [Fact]
    public async Task On_the_persons_device_the_practitioner_who_is_there_is_named()
    {
        var people = await FarAsync();
        var gap = await people.Own.GapAsync(people.Id);
        var account = await installation.RoleAsync(Role.Practitioner, people.Person.ProjectId);
        var practitioner = await installation.JoinAsync(people.Person, account, Role.Practitioner, AccessLevel.Read, people.Person.ProjectId);
        var relative = await installation.JoinAsync(people.Person, await installation.AccountAsync(), Role.Relative, AccessLevel.Read, null);

        foreach (Guid? absent in new Guid?[] { null, relative, Guid.CreateVersion7() })
        {
            await (await people.Own.SayAsync(people.Id, gap, "agree", setting: "joint", present: absent)).BodyAsync(HttpStatusCode.BadRequest);
        }

        await people.Own.SayOkAsync(people.Id, gap, "agree", setting: "joint", present: practitioner);
        Assert.Equal("agreed", (await people.Own.GapAsync(people.Id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_relative_closes_nothing_not_even_beside_the_person()
    {
        var people = await FarAsync();
        var gap = await people.Relative.GapAsync(people.Id);

        var alone = await (await people.Relative.SayAsync(people.Id, gap, "agree", "alone")).BodyAsync(HttpStatusCode.Conflict);
        var beside = await (await people.Relative.SayAsync(people.Id, gap, "agree", "joint")).BodyAsync(HttpStatusCode.Forbidden);

        Assert.Equal(("coproduction.gap-is-two-voices", "access.not-together"), (alone.Code(), beside.Code()));

        Assert.Equal("open", (await people.Own.GapAsync(people.Id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_moved_meanwhile_is_not_settled_and_sent_again_it_is_one_saying()
    {
        var people = await FarAsync();
        var gap = await people.Own.GapAsync(people.Id);
        var (id, at) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await (await people.Own.SayAsync(people.Id, gap, "agree", id: id, at: at)).BodyAsync(HttpStatusCode.OK);
        await people.Practitioner.RatesAsync(people.Id, AnswerNow("needs.housing", 50));

        Assert.Equal("coproduction.gap-moved", (await (await people.Practitioner.SayAsync(people.Id, gap, "agree")).BodyAsync(HttpStatusCode.Conflict)).Code());
        await (await people.Own.SayAsync(people.Id, gap, "agree", id: id, at: at)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("fact.id-reused", (await (await people.Own.SayAsync(people.Id, gap, "still_talking", id: id, at: at)).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM coproduction.gap_saying WHERE service_user_id = '{people.Id}'"));
        Assert.Equal("open", (await people.Own.GapAsync(people.Id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Near_ratings_and_a_theme_of_one_voice_are_no_gap()
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        await people.Own.RatesAsync(people.Id, Answer("needs.housing", 60), Answer("needs.food", 60));
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 50));

        Assert.Empty((await people.Own.GapsAsync(people.Id)).EnumerateArray());
        var made = new { word = "agree", personAt = Now, practitionerAt = Now, at = Now };
        var refused = await (await people.Own.PutAsJsonAsync($"/api/v1/service-users/{people.Id}/coproduction/gaps/needs.food/sayings/{Guid.CreateVersion7()}", made)).BodyAsync(HttpStatusCode.Conflict);
        Assert.Equal("coproduction.no-gap", refused.Code());
    }

    [Fact]
    public async Task Whoever_may_not_see_the_ratings_may_not_see_the_gap_and_blind_mode_hides_it()
    {
        var people = await FarAsync();
        var account = await installation.RoleAsync(Role.Practitioner, people.Person.ProjectId);
        await installation.JoinAsync(people.Person, account, Role.Practitioner, AccessLevel.Contribute, people.Person.ProjectId);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET quality_of_life = 'none' WHERE account_id = '{account.AccountId}'");
        var closed = account.Client(installation);
        var refused = await (await closed.GetAsync(new Uri($"/api/v1/service-users/{people.Id}/coproduction/gaps", UriKind.Relative))).BodyAsync(HttpStatusCode.Forbidden);
        Assert.Equal("access.tab-closed", refused.Code());

        await people.Own.BlindAsync(people.Id, on: true);
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.food", 10));
        Assert.Equal("needs.housing", Assert.Single((await people.Own.GapsAsync(people.Id)).EnumerateArray()).GetProperty("theme").GetString());
        await people.Own.RatesAsync(people.Id, Answer("needs.food", 90));
        Assert.Equal(2, (await people.Own.GapsAsync(people.Id)).GetArrayLength());
    }

    // The person at 100, the practitioner at 40, ten minutes ago.
    private async Task<BlindPeople> FarAsync()
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        await people.Own.RatesAsync(people.Id, Answer("needs.housing", 100));
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 40, minutes: 9));
        return people;
    }

    // At this very moment, after whatever was said.
    private static Dictionary<string, object?> AnswerNow(string theme, int rating) => Answer(theme, rating, minutes: (Now - TimeProvider.System.GetUtcNow()).TotalMinutes);

    private static IEnumerable<string?> Kinds(JsonElement gap) => gap.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("kind").GetString());
}

/// <summary>What gaps' tests do over HTTP.</summary>
internal static class GapCalls
{
    public static async Task<JsonElement> GapsAsync(this HttpClient client, Guid person) =>
        (await (await client.GetAsync(new Uri($"/api/v1/service-users/{person}/coproduction/gaps", UriKind.Relative))).BodyAsync(HttpStatusCode.OK)).GetProperty("gaps");

    public static async Task<JsonElement> GapAsync(this HttpClient client, Guid person, string theme = "needs.housing") =>
        (await client.GapsAsync(person)).EnumerateArray().Single(gap => gap.GetProperty("theme").GetString() == theme);

    /// <summary>Says a word of the two ratings that <paramref name="gap"/> showed.</summary>
    public static Task<HttpResponseMessage> SayAsync(
        this HttpClient client, Guid person, JsonElement gap, string word, string setting = "alone", Guid? present = null, Guid? id = null, DateTimeOffset? at = null) => client.PutAsJsonAsync(
        $"/api/v1/service-users/{person}/coproduction/gaps/{gap.GetProperty("theme").GetString()}/sayings/{id ?? Guid.CreateVersion7()}",
        new
        {
            word,
            personAt = gap.GetProperty("now").GetProperty("personAt").GetDateTimeOffset(),
            practitionerAt = gap.GetProperty("now").GetProperty("practitionerAt").GetDateTimeOffset(),
            at = at ?? TimeProvider.System.GetUtcNow(),
            setting,
            presentMemberId = present,
        });

    public static async Task SayOkAsync(this HttpClient client, Guid person, JsonElement gap, string word, string setting = "alone", Guid? present = null) =>
        await (await client.SayAsync(person, gap, word, setting, present)).BodyAsync(HttpStatusCode.OK);
}
