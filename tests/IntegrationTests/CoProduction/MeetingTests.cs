using System.Net;
using System.Text;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class MeetingTests(Installation installation)
{
    [Fact]
    public async Task The_agenda_is_drawn_from_what_there_is_to_talk_about_and_drawing_again_adds_only_what_is_new()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await installation.StarsAsync(person, "needs.housing", "needs.food");
        var goal = await own.GoalAsync(person.ServiceUserId, "Trouver un logement", adopted: true);
        await own.ActionAsync(person.ServiceUserId, goal, "Appeler l’office", due: $"{Today.AddDays(-3):yyyy-MM-dd}");
        var done = await own.ActionAsync(person.ServiceUserId, goal, "Faire la liste");
        await own.StepActionAsync(person.ServiceUserId, done, "done").AnswersAsync(HttpStatusCode.OK);
        await practitioner.GoalAsync(person.ServiceUserId, "Voir la médecin");
        await (await practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Vous savez attendre"))).BodyAsync(HttpStatusCode.OK);
        var meeting = await practitioner.MeetAsync(person.ServiceUserId);

        Assert.Equal((6, 6), await practitioner.DrawAsync(person.ServiceUserId, meeting));
        Assert.Equal((0, 0), await own.DrawAsync(person.ServiceUserId, meeting));
        var drawn = await own.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Equal(["theme star", "theme star", "goal proposal", "strength proposal", "action late_action", "action finished_action"], drawn.Agenda().Select(item => item.Told()));
        Assert.All(drawn.Agenda(), item => Assert.Equal("there", item.GetProperty("thing").Text("state")));

        // What was struck stays struck; a new star is one more; a star that somebody marked, and of which another sees something else, has two reasons more.
        var struck = drawn.Agenda().First().GetProperty("itemId").GetGuid();
        await own.StrikeAsync(person.ServiceUserId, meeting, struck).AnswersAsync(HttpStatusCode.OK);
        await installation.StarsAsync(person, "needs.housing", "needs.food", "needs.income");
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/coproduction/marks/{Guid.CreateVersion7()}", new { thing = new { kind = "theme", theme = "needs.food", id = (Guid?)null }, marked = true, at = Now })
            .AnswersAsync(HttpStatusCode.OK);
        await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.food", 90)]).AnswersAsync(HttpStatusCode.Created);
        await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.food", 20)]).AnswersAsync(HttpStatusCode.Created);
        Assert.Equal((1, 3), await practitioner.DrawAsync(person.ServiceUserId, meeting, minutes: 20));
        var after = await practitioner.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Single(after.Agenda(), item => item.Told() == "theme gap+star+mark");
        Assert.Equal((7, true), (after.Agenda().Count(), after.Item(struck).GetProperty("struck").GetBoolean()));
        await practitioner.StrikeAsync(person.ServiceUserId, meeting, struck, struck: false, minutes: 15).AnswersAsync(HttpStatusCode.OK);
        Assert.False((await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Item(struck).GetProperty("struck").GetBoolean());
    }

    [Fact]
    public async Task Stars_and_an_order_that_are_proposed_as_a_whole_are_drawn_by_what_they_name()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await installation.StarsAsync(person, "needs.housing");
        Guid[] strengths = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var strength in strengths)
        {
            await (await own.NameAsync(person.ServiceUserId, strength, Strong.Said($"Une force inventée {strength}"))).BodyAsync(HttpStatusCode.OK);
        }

        await practitioner.ProposeAsync(person.ServiceUserId, Proposed.Stars("needs.income", "needs.housing"));
        await practitioner.ProposeAsync(person.ServiceUserId, Proposed.Stars("needs.income"));
        await practitioner.ProposeAsync(person.ServiceUserId, new { strengths = new { order = new { order = strengths, pinned = new[] { strengths[1] } } } });
        var meeting = await own.MeetAsync(person.ServiceUserId);

        Assert.Equal((3, 4), await practitioner.DrawAsync(person.ServiceUserId, meeting));
        Assert.Equal(["theme star+proposal", "theme proposal", "strength proposal"], (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Agenda().Select(item => item.Told()));
        Assert.Equal((0, 0), await own.DrawAsync(person.ServiceUserId, meeting));
    }

    [Fact]
    public async Task Two_who_draw_and_edit_at_once_double_nothing_and_lose_nothing()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await installation.StarsAsync(person, "needs.housing", "needs.food", "needs.income");
        var meeting = await own.MeetAsync(person.ServiceUserId);

        var draws = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? own : practitioner).DrawAsync(person.ServiceUserId, meeting)));
        var items = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? own : practitioner).ItemAsync(person.ServiceUserId, meeting, $"Point {number}")));
        await Task.WhenAll(items.Select((item, number) => (number % 2 == 0 ? practitioner : own).NoteAsync(person.ServiceUserId, meeting, item, $"Dit {number}").AnswersAsync(HttpStatusCode.OK)));

        var agenda = await own.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Equal((3, 9), (draws.Sum(draw => draw.Added), agenda.Agenda().Count()));
        Assert.Equal(Enumerable.Range(0, 6).Select(number => $"Point {number}: Dit {number}"),
            items.Select(item => agenda.Item(item)).Select(item => $"{item.Text("words")}: {item.GetProperty("notes")[0].Text("words")}"));
    }

    [Fact]
    public async Task Two_devices_offline_that_both_edited_the_agenda_find_the_edits_of_both()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var meeting = await own.MeetAsync(person.ServiceUserId);
        var (first, second, third) = (
            await own.ItemAsync(person.ServiceUserId, meeting, "Un", 59), await own.ItemAsync(person.ServiceUserId, meeting, "Deux", 58), await practitioner.ItemAsync(person.ServiceUserId, meeting, "Trois", 57));

        // The practitioner's device comes back first, with what it did later.
        await practitioner.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{third}/places/{Guid.CreateVersion7()}"), new { at = Now.AddMinutes(-20) }).AnswersAsync(HttpStatusCode.OK);
        await practitioner.StrikeAsync(person.ServiceUserId, meeting, second, minutes: 19).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{second}/places/{Guid.CreateVersion7()}"), new { afterItemId = third, at = Now.AddMinutes(-40) }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{second}/wordings/{Guid.CreateVersion7()}"), new { words = "Deux, autrement", at = Now.AddMinutes(-39) }).AnswersAsync(HttpStatusCode.OK);
        await own.StrikeAsync(person.ServiceUserId, meeting, second, struck: false, minutes: 38).AnswersAsync(HttpStatusCode.OK);

        var agenda = await own.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Equal(["Trois", "Un", "Deux, autrement"], agenda.Agenda().Select(item => item.Told()));
        Assert.Equal([false, false, true], agenda.Agenda().Select(item => item.GetProperty("struck").GetBoolean()));
        Assert.Equal(first, agenda.Agenda().ElementAt(1).GetProperty("itemId").GetGuid());
        await practitioner.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{second}/wordings/{Guid.CreateVersion7()}"), new { words = "À moi", at = Now })
            .RefusesAsync(HttpStatusCode.Conflict, "coproduction.item-is-somebody-elses");
    }

    [Fact]
    public async Task What_hangs_on_a_closed_tab_is_there_without_a_word_and_cannot_be_noted_on()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET quality_of_life = 'none', plan = 'none' WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{relative.AccountId}'");
        await installation.StarsAsync(person, "health.medication");
        var goal = await own.GoalAsync(person.ServiceUserId, "Un objectif caché", adopted: true);
        var meeting = await own.MeetAsync(person.ServiceUserId);
        Assert.Equal((0, 0), await relative.Client(installation).DrawAsync(person.ServiceUserId, meeting));
        await own.DrawAsync(person.ServiceUserId, meeting);
        var star = (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Agenda().Single().GetProperty("itemId").GetGuid();
        var open = await own.ItemAsync(person.ServiceUserId, meeting, "À voir ensemble");
        await own.NoteAsync(person.ServiceUserId, meeting, star, "Rien de tout cela").AnswersAsync(HttpStatusCode.OK);
        await own.NoteAsync(person.ServiceUserId, meeting, open, "On avance", decided: true, link: LinkTo(goal)).AnswersAsync(HttpStatusCode.OK);

        var seen = await relative.Client(installation).GetAsync(Path(person.ServiceUserId, $"{meeting}"));
        var text = await seen.Content.ReadAsStringAsync();
        var shown = await seen.BodyAsync(HttpStatusCode.OK);

        Assert.Equal(["closed quality_of_life", "À voir ensemble"], shown.Agenda().Select(item => item.Told()));
        Assert.All(["medication", "Rien de tout cela", "star", $"{goal}"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        Assert.Equal("closed", shown.Item(open).GetProperty("notes")[0].GetProperty("link").Text("state"));
        await relative.Client(installation).NoteAsync(person.ServiceUserId, meeting, star, "Ah").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await relative.Client(installation).NoteAsync(person.ServiceUserId, meeting, open, "Ah", link: LinkTo(goal)).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        Assert.Equal(1, (await relative.Client(installation).MeetingAsync(person.ServiceUserId)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_is_noted_on_a_theme_that_the_person_keeps_to_themself_is_theirs_alone()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var answer = Guid.CreateVersion7();
        await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 20, id: answer)]).AnswersAsync(HttpStatusCode.Created);
        await installation.StarsAsync(person, "needs.housing", "needs.food");
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/coproduction/marks/{Guid.CreateVersion7()}", new { thing = new { kind = "rating", id = answer }, marked = true, at = Now })
            .AnswersAsync(HttpStatusCode.OK);
        var meeting = await own.MeetAsync(person.ServiceUserId);
        await own.DrawAsync(person.ServiceUserId, meeting);
        var agenda = (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Agenda().Select(item => item.GetProperty("itemId").GetGuid()).ToArray();
        foreach (var item in agenda)
        {
            await own.NoteAsync(person.ServiceUserId, meeting, item, "Pour moi").AnswersAsync(HttpStatusCode.OK);
        }

        await own.PutAsync(Rated.Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed = true }).AnswersAsync(HttpStatusCode.OK);

        var shown = await practitioner.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Equal(["closed quality_of_life", "theme star", "closed quality_of_life"], shown.Agenda().Select(item => item.Told()));
        Assert.Equal([0, 1, 0], shown.Agenda().Select(item => item.GetProperty("notes").GetArrayLength()));
        foreach (var kept in new[] { agenda[0], agenda[2] })
        {
            await practitioner.NoteAsync(person.ServiceUserId, meeting, kept, "Et moi ?").RefusesAsync(HttpStatusCode.Forbidden, "coproduction.kept-to-themself");
        }

        Assert.All((await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Agenda(), item => Assert.Equal("Pour moi", item.GetProperty("notes")[0].Text("words")));
    }

    [Fact]
    public async Task What_is_decided_is_the_persons_alone_or_on_one_screen_and_what_others_say_is_their_own_view()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var meeting = await practitioner.MeetAsync(person.ServiceUserId);
        var item = await practitioner.ItemAsync(person.ServiceUserId, meeting, "Le logement");
        var goal = await own.GoalAsync(person.ServiceUserId, "Trouver un logement", adopted: true);

        await practitioner.NoteAsync(person.ServiceUserId, meeting, item, "On visite mardi", decided: true).RefusesAsync(HttpStatusCode.Conflict, "coproduction.decision-is-the-persons");
        await practitioner.CloseAsync(person.ServiceUserId, meeting, decided: "On visite mardi").RefusesAsync(HttpStatusCode.Conflict, "coproduction.decision-is-the-persons");
        await practitioner.NoteAsync(person.ServiceUserId, meeting, item, "Je crains que ce soit loin", minutes: 31).AnswersAsync(HttpStatusCode.OK);
        await practitioner.NoteAsync(person.ServiceUserId, meeting, item, "On visite mardi", decided: true, setting: "joint", link: LinkTo(goal)).AnswersAsync(HttpStatusCode.OK);
        await own.NoteAsync(person.ServiceUserId, meeting, item, "Et mercredi aussi", decided: true, minutes: 29).AnswersAsync(HttpStatusCode.OK);

        var notes = (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Item(item).GetProperty("notes");
        Assert.Equal(
            ["False practitioner alone Je crains que ce soit loin", "True practitioner joint On visite mardi", "True service_user alone Et mercredi aussi"],
            notes.EnumerateArray().Select(note => $"{note.GetProperty("decided")} {note.GetProperty("by").Text("perspective")} {note.GetProperty("by").Text("setting")} {note.Text("words")}"));
        Assert.Equal((goal, "there"), (notes[1].GetProperty("link").GetProperty("thing").GetProperty("id").GetGuid(), notes[1].GetProperty("link").Text("state")));
    }

    [Fact]
    public async Task Words_are_sealed()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        const string Word = "Quetzalcoatl";
        var meeting = await own.MeetAsync(person.ServiceUserId, words: Word);
        await own.NoteAsync(person.ServiceUserId, meeting, await own.ItemAsync(person.ServiceUserId, meeting, Word), Word).AnswersAsync(HttpStatusCode.OK);
        await own.SheetAsync(person.ServiceUserId, Guid.CreateVersion7(), "service", person.ProjectId, [Reply("change.skills", 60, comment: Word)]).AnswersAsync(HttpStatusCode.OK);

        var kept = await installation.OneAsync<string>($"""
            SELECT string_agg(encode(words, 'hex'), ' ') FROM (
                SELECT words_sealed AS words FROM coproduction.meeting_step WHERE service_user_id = '{person.ServiceUserId}'
                UNION ALL SELECT words_sealed FROM coproduction.agenda_fact WHERE service_user_id = '{person.ServiceUserId}'
                UNION ALL SELECT comment_sealed FROM coproduction.effects_answer WHERE service_user_id = '{person.ServiceUserId}') AS kept
            """);

        Assert.Equal(4, kept.Split(' ').Length);
        Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Word)), kept, StringComparison.Ordinal);
    }
}
