using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class EffectsTests(Installation installation)
{
    private static readonly string[] Process = ["process.listening", "process.respect", "process.having_a_say"];

    [Fact]
    public async Task The_published_questions_are_there_in_both_languages_with_their_status()
    {
        var shown = await installation.Client().JsonAsync("/api/v1/instruments/perceived-effects");
        var version = await installation.Client().JsonAsync($"/api/v1/instruments/perceived-effects/{shown.GetProperty("version").GetString()}");

        Assert.Equal(shown.ToString(), version.ToString());
        Assert.Equal("provisional", shown.GetProperty("status").GetString());
        Assert.Equal(["quality_of_life 5", "change 5", "process 5"], shown.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("code").GetString()} {group.GetProperty("items").GetArrayLength()}"));
        Assert.All(shown.GetProperty("groups")[1].GetProperty("items").EnumerateArray(), item => Assert.Equal("Pareil qu’avant", item.GetProperty("mid").GetProperty("fr").GetString()));
        await installation.Client().GetAsync("/api/v1/instruments/perceived-effects/9.9.9").AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sheet_is_filled_a_bit_at_a_time_and_unanswered_not_concerned_and_rather_not_say_stay_three_things()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var (sheet, corrected) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var time = 0; time < 2; time++)
        {
            await own.SheetAsync(person.ServiceUserId, sheet, "service", person.ProjectId, [Reply("change.skills", 50, id: corrected)]).AnswersAsync(HttpStatusCode.OK);
        }

        Assert.Equal("quality_of_life  (0), change  (1), process  (0)", (await own.EffectsAsync(person.ServiceUserId, $"{sheet}")).Means());

        // The correction of an offline device arrives before what it corrects: the later clock counts.
        await own.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.skills", 80, minutes: 5), Reply("change.confidence", 40), Reply("change.health", null, "not_concerned"), Reply("change.daily_life", null, "rather_not_say")])
            .AnswersAsync(HttpStatusCode.OK);
        await own.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.skills", 10, minutes: 12), Reply("change.relationships", 60, comment: "Ma sœur appelle")]).AnswersAsync(HttpStatusCode.OK);

        var shown = await own.EffectsAsync(person.ServiceUserId, $"{sheet}");
        Assert.Equal("quality_of_life  (0), change 60 (3), process  (0)", shown.Means());
        Assert.Equal(
            ["change.confidence rating 40 ", "change.daily_life rather_not_say  ", "change.health not_concerned  ", "change.relationships rating 60 Ma sœur appelle", "change.skills rating 80 "],
            shown.GetProperty("answers").EnumerateArray().Select(answer => $"{answer.GetProperty("item").GetString()} {answer.GetProperty("kind").GetString()} {answer.GetProperty("rating")} {answer.GetProperty("comment")}"));
        var second = Guid.CreateVersion7();
        await own.SheetAsync(person.ServiceUserId, second, "service", person.ProjectId, [], minutes: 1).AnswersAsync(HttpStatusCode.OK);
        var overTime = Assert.Single((await own.EffectsAsync(person.ServiceUserId)).EnumerateArray());
        Assert.Equal([sheet, second], overTime.GetProperty("sheets").EnumerateArray().Select(row => row.GetProperty("sheetId").GetGuid()));
    }

    [Theory]
    [InlineData("fr", "Un questionnaire porte sur un projet de la personne")]
    [InlineData("en", "A questionnaire is about a project that the person is in")]
    public async Task A_service_or_an_accompaniment_that_is_not_the_persons_is_a_fault_of_what_was_sent_said_at_its_place(string language, string begins)
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        own.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        foreach (var (kind, subject) in new[] { ("service", Guid.CreateVersion7()), ("accompaniment", person.ProjectId) })
        {
            var fault = (await (await own.SheetAsync(person.ServiceUserId, Guid.CreateVersion7(), kind, subject, [])).BodyAsync(HttpStatusCode.BadRequest)).GetProperty("errors")[0];

            Assert.Equal(("/subjectId", "coproduction.effects-unknown-subject"), (fault.GetProperty("pointer").GetString(), fault.GetProperty("code").GetString()));
            Assert.StartsWith(begins, fault.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty((await own.EffectsAsync(person.ServiceUserId)).EnumerateArray());
    }

    [Fact]
    public async Task What_does_not_suit_is_refused_whole()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var sheet = Guid.CreateVersion7();
        await own.SheetAsync(person.ServiceUserId, sheet, "service", person.ProjectId, []).AnswersAsync(HttpStatusCode.OK);

        foreach (object wrong in (object[])[Reply("change.nothing", 50), Reply("change.skills", 101), Reply("change.skills", null), Reply("change.skills", 50, "not_concerned")])
        {
            await own.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.health", 50), wrong]).AnswersAsync(HttpStatusCode.BadRequest);
        }

        await own.ReplyAsync(person.ServiceUserId, Guid.CreateVersion7(), [Reply("change.health", 50)]).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await own.SheetAsync(person.ServiceUserId, sheet, "service", person.ProjectId, [], minutes: 3).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        Assert.Empty((await own.EffectsAsync(person.ServiceUserId, $"{sheet}")).Items());
    }

    [Fact]
    public async Task Answers_are_the_persons_alone_or_on_one_screen_and_never_on_how_they_are_worked_with_before_a_practitioner()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (practitioner, relative) = (account.Client(installation), (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation));
        var other = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var sheet = Guid.CreateVersion7();

        await practitioner.SheetAsync(person.ServiceUserId, sheet, "accompaniment", member, []).RefusesAsync(HttpStatusCode.Conflict, "coproduction.effects-are-the-persons");
        await practitioner.SheetAsync(person.ServiceUserId, sheet, "accompaniment", member, [Reply("change.skills", 60)], "joint").AnswersAsync(HttpStatusCode.OK);
        await practitioner.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.health", 70)]).RefusesAsync(HttpStatusCode.Conflict, "coproduction.effects-are-the-persons");
        await practitioner.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.health", 70)], "joint").AnswersAsync(HttpStatusCode.OK);
        foreach (var client in (HttpClient[])[practitioner, other])
        {
            await client.ReplyAsync(person.ServiceUserId, sheet, [Reply("change.confidence", 70), Reply(Process[0], 90)], "joint")
                .RefusesAsync(HttpStatusCode.Forbidden, "coproduction.effects-process-not-before-a-practitioner");
        }

        await relative.ReplyAsync(person.ServiceUserId, sheet, [Reply(Process[0], 90)], "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");
        await person.Account.Client(installation).ReplyAsync(person.ServiceUserId, sheet, [Reply(Process[0], 90)]).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(["change.health", "change.skills", "process.listening"], (await person.Account.Client(installation).EffectsAsync(person.ServiceUserId, $"{sheet}")).Items());
        Assert.Equal(["change.health", "change.skills"], (await relative.EffectsAsync(person.ServiceUserId, $"{sheet}")).Items());
        await practitioner.PutAsync(Effects(person.ServiceUserId, $"{sheet}/showings/{Guid.CreateVersion7()}"), new { shownTo = member, shown = true, at = Now }).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
    }

    [Fact]
    public async Task What_the_person_shows_is_seen_by_that_one_as_it_was_then_and_no_longer_once_taken_back()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Read, person.ProjectId);
        var (own, practitioner) = (person.Account.Client(installation), account.Client(installation));
        var other = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var sheet = Guid.CreateVersion7();
        await own.SheetAsync(person.ServiceUserId, sheet, "accompaniment", member, [.. Process.Select((item, place) => Reply(item, 60 + place, comment: "À vous"))]).AnswersAsync(HttpStatusCode.OK);
        await practitioner.GetAsync(Effects(person.ServiceUserId, $"{sheet}")).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");

        await own.ShowAsync(person.ServiceUserId, sheet, member).AnswersAsync(HttpStatusCode.OK);
        await own.ReplyAsync(person.ServiceUserId, sheet, [Reply("process.individual", 5)]).AnswersAsync(HttpStatusCode.OK);
        var shown = await practitioner.EffectsAsync(person.ServiceUserId, $"{sheet}");
        Assert.Equal(Process.Order(StringComparer.Ordinal), shown.Items());
        Assert.Equal("quality_of_life  (0), change  (0), process 61 (3)", shown.Means());
        await other.GetAsync(Effects(person.ServiceUserId, $"{sheet}")).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");

        // On a device whose clock is slow.
        await own.ShowAsync(person.ServiceUserId, sheet, member, shown: false, minutes: 15).AnswersAsync(HttpStatusCode.OK);
        await practitioner.GetAsync(Effects(person.ServiceUserId, $"{sheet}")).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        Assert.Empty((await practitioner.EffectsAsync(person.ServiceUserId)).EnumerateArray());
        Assert.Equal([true, false], (await own.EffectsAsync(person.ServiceUserId, $"{sheet}/showings")).EnumerateArray().Select(showing => showing.GetProperty("shown").GetBoolean()));
        var system = await installation.RoleAsync(Role.Integrator, person.ProjectId);
        var systemPlace = await installation.JoinAsync(person, system, Role.Integrator, AccessLevel.Read, person.ProjectId);
        await own.ShowAsync(person.ServiceUserId, sheet, systemPlace).AnswersAsync(HttpStatusCode.BadRequest);
    }
}
