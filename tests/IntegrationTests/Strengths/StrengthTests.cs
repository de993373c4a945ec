using System.Net;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.Strengths.Strong;

namespace Barometre.IntegrationTests.Strengths;

[Collection(InstallationTests.Name)]
public sealed class StrengthTests(Installation installation)
{
    [Fact]
    public async Task Words_lie_sealed_and_are_kept_once_however_often_they_are_sent()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();

        await (await client.NameAsync(person.ServiceUserId, id, Said("Secretum", resource: "Bibliotheca"))).BodyAsync(HttpStatusCode.OK);
        await (await client.NameAsync(person.ServiceUserId, id, Said("Secretum", resource: "Bibliotheca"))).BodyAsync(HttpStatusCode.OK);
        var other = await (await client.NameAsync(person.ServiceUserId, id, Said("Aliud", resource: "Bibliotheca"))).BodyAsync(HttpStatusCode.Conflict);
        var place = await (await client.NameAsync(person.ServiceUserId, id, Said("Secretum", resource: "Alia"))).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal(("strengths.strength-id-reused", "strengths.strength-id-reused"), (other.Code(), place.Code()));
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM strengths.strength_fact WHERE service_user_id = '{person.ServiceUserId}'"));
        Assert.Equal(0, await installation.CountAsync(
            $"SELECT count(*) FROM strengths.strength_fact WHERE position('Secretum'::bytea in words_sealed) + position('Bibliotheca'::bytea in resource_sealed) > 0"));
    }

    [Fact]
    public async Task Two_devices_offline_both_send_and_the_later_clock_counts()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();
        await (await client.NameAsync(person.ServiceUserId, id, Said("Chanter"), minutes: 50_000)).BodyAsync(HttpStatusCode.OK);

        // A month without network: the phone's words are the later ones and arrive first; everything is sent twice.
        var (phone, tablet) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var both = new[] { (phone, "Chanter en chœur", 100d), (tablet, "Chanter seule", 40_000d), (phone, "Chanter en chœur", 100d), (tablet, "Chanter seule", 40_000d) };
        foreach (var (fact, words, minutes) in both)
        {
            await (await client.ReviseAsync(person.ServiceUserId, id, Said(words), minutes: minutes, fact: fact)).BodyAsync(HttpStatusCode.OK);
        }

        Assert.Equal([("Chanter en chœur", "kept")], (await client.StrengthsAsync(person.ServiceUserId)).Shown());
        var history = (await client.StrengthsAsync(person.ServiceUserId, $"/items/{id}/history")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Chanter seule", "Chanter en chœur", "Chanter"], history.Select(change => change.GetProperty("words").GetString()));
    }

    [Fact]
    public async Task At_the_same_moment_edits_take_turns_and_none_is_lost()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();
        await (await client.NameAsync(person.ServiceUserId, id, Said("Jardiner"))).BodyAsync(HttpStatusCode.OK);

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => client.ReviseAsync(person.ServiceUserId, id, Said($"Jardiner {n}"), minutes: n)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal([("Jardiner 1", "kept")], (await client.StrengthsAsync(person.ServiceUserId)).Shown());
    }

    [Fact]
    public async Task A_strength_set_aside_leaves_the_board_and_comes_back_as_it_was()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();
        await (await client.NameAsync(person.ServiceUserId, id, Said("Tricoter"))).BodyAsync(HttpStatusCode.OK);
        await (await client.ArrangeAsync(person.ServiceUserId, 0, [id], [id])).BodyAsync(HttpStatusCode.OK);

        await (await client.RetireAsync(person.ServiceUserId, id, minutes: 2)).BodyAsync(HttpStatusCode.OK);
        Assert.Empty((await client.StrengthsAsync(person.ServiceUserId)).Shown());
        Assert.Equal([("Tricoter", "retired")], (await client.StrengthsAsync(person.ServiceUserId, "?all=true")).Shown());

        await (await client.RetireAsync(person.ServiceUserId, id, retired: false, minutes: 1)).BodyAsync(HttpStatusCode.OK);
        var back = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0];
        Assert.True(back.GetProperty("pinned").GetBoolean());
    }

    [Fact]
    public async Task Too_many_words_unknown_suggestions_and_links_are_pointed_at()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said(new string('é', 500), resource: new string('r', 200)))).BodyAsync(HttpStatusCode.OK);
        await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said(new string('é', 501)))).BodyAsync(HttpStatusCode.BadRequest);
        await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said("?", kind: "wealth"))).BodyAsync(HttpStatusCode.BadRequest);
        var wrong = await (await client.NameAsync(
            person.ServiceUserId, Guid.CreateVersion7(), Said("?", suggestion: "leisure.castles", theme: "needs.castle", alterId: Guid.CreateVersion7()))).BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal(
            ["/strength/alterId", "/strength/suggestion", "/strength/theme"],
            wrong.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!.TrimStart('#')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_chosen_suggestion_becomes_the_persons_words_and_remembers_where_it_came_from()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();

        await (await client.NameAsync(person.ServiceUserId, id, Said("Savoir cuisiner", domain: "home_daily_life", suggestion: "home_daily_life.cooking"))).BodyAsync(HttpStatusCode.OK);
        await (await client.ReviseAsync(person.ServiceUserId, id, Said("La soupe du jeudi", domain: "home_daily_life", suggestion: "home_daily_life.cooking", theme: "needs.food")))
            .BodyAsync(HttpStatusCode.OK);

        var shown = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0];
        Assert.Equal(("La soupe du jeudi", "home_daily_life.cooking", "personal"), (shown.GetProperty("words").GetString(), shown.GetProperty("suggestion").GetString(), shown.GetProperty("nature").GetString()));
        Assert.Equal(("needs.food", "there"), (shown.GetProperty("theme").GetProperty("code").GetString(), shown.GetProperty("theme").GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("名前 🎻 قوة", "עברית")]
    [InlineData("👩‍👩‍👧‍👦", "e\u0301")]
    public async Task Words_of_any_script_come_back_to_the_letter(string words, string resource)
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said(words, resource: resource))).BodyAsync(HttpStatusCode.OK);

        var shown = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0];
        Assert.Equal((words, resource), (shown.GetProperty("words").GetString(), shown.GetProperty("resource").GetString()));
    }
}
