using System.Net;
using System.Text.Json;
using Barometre.Application.CoProduction.Degrees;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class DegreeTests(Installation installation)
{
    [Fact]
    public async Task Who_began_decided_and_did_is_told_stage_by_stage_and_what_is_not_there_is_not_nought()
    {
        var person = await installation.PersonAsync();
        var (id, own) = (person.ServiceUserId, person.Account.Client(installation));
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var nothing = await DegreeAsync(own, id);

        // Needs: each opened one, the stars are the person's. Goals: one by each, one yes, one no. Planning: the practitioner's action, the person's yes, who carries and does it.
        await own.OpenAsync(id, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40)]).AnswersAsync(HttpStatusCode.Created);
        await practitioner.OpenAsync(id, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 80)]).AnswersAsync(HttpStatusCode.Created);
        await installation.StarsAsync(person, "needs.housing");
        var adopted = await own.GoalAsync(id, "Finir mon cours", adopted: true);
        var refused = await practitioner.GoalAsync(id, "Prendre du repos");
        await own.StepAsync(id, refused, "declined").AnswersAsync(HttpStatusCode.OK);
        var action = await practitioner.ActionAsync(id, adopted, "Appeler l’école", Planned.Person());
        await own.StepActionAsync(id, action, "to_do", minutes: 20).AnswersAsync(HttpStatusCode.OK);
        await own.StepActionAsync(id, action, "done").AnswersAsync(HttpStatusCode.OK);
        var proposal = await practitioner.ProposeAsync(id, Stars("needs.income"));
        await own.ReplyToAsync(id, proposal, yes: true, amended: Stars("needs.housing", "needs.income")).AnswersAsync(HttpStatusCode.OK);
        await installation.SendAsync(new RecomputeDegreeCommand(id));

        Assert.Empty(nothing.GetProperty("periods").EnumerateArray());
        var all = (await DegreeAsync(practitioner, id)).GetProperty("periods")[0];
        Assert.Equal("all", all.Text("period"));
        // Initiated: the person 1 of 3 (an assessment each, a proposal of stars); decided: the person, twice.
        Assert.Equal((1.0 / 3 + 1) / 2, Share(all, "defining_needs"), 12);
        // Initiated: 1 of 2; decided: both the person's.
        Assert.Equal(0.75, Share(all, "setting_goals"), 12);
        // Initiated: the practitioner; decided: the person.
        Assert.Equal(0.5, Share(all, "planning"), 12);
        Assert.DoesNotContain(all.GetProperty("shares").EnumerateArray(), stage => stage.Text("stage") == "reviewing");
        Assert.Equal((4, 4), (all.GetProperty("degree").GetInt32(), all.GetProperty("stages").GetInt32()));
        var proposals = all.GetProperty("proposals");
        Assert.Equal((3, 1, 1, 1), (proposals.GetProperty("made").GetInt32(), proposals.GetProperty("accepted").GetInt32(), proposals.GetProperty("amended").GetInt32(), proposals.GetProperty("declined").GetInt32()));
        Assert.Equal(0, all.GetProperty("joint").GetInt32());
    }

    [Fact]
    public async Task It_is_for_the_person_and_the_practitioners_beside_them_and_for_nobody_else()
    {
        var person = await installation.PersonAsync();
        foreach (var role in new[] { Role.Relative, Role.Integrator })
        {
            var other = await installation.MemberAsync(person, role, AccessLevel.Contribute);
            await other.Client(installation).GetAsync(Path(person.ServiceUserId, "degree")).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        }

        var closed = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        await closed.Client(installation).GetAsync(Path(person.ServiceUserId, "degree")).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        var view = await DegreeAsync(person.Account.Client(installation), person.ServiceUserId);
        Assert.All(["fr", "en"], language => Assert.True(view.GetProperty("definition").Text(language).Length > 100));
    }

    [Fact]
    public async Task Gaps_that_opened_were_talked_about_and_settled_stand_beside_it()
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        foreach (var theme in new[] { "needs.housing", "needs.food" })
        {
            await people.Own.RatesAsync(people.Id, Rated.Answer(theme, 100));
            await people.Practitioner.RatesAsync(people.Id, Rated.Answer(theme, 30));
        }

        await people.Own.SaidAsync(people.Id, Told.Theme("needs.housing"), "Parlons-en.", minutes: -1);
        await people.Own.SayOkAsync(people.Id, await people.Own.GapAsync(people.Id), "agree_to_differ");
        await people.Practitioner.SayOkAsync(people.Id, await people.Own.GapAsync(people.Id), "agree_to_differ");
        await installation.SendAsync(new RecomputeDegreeCommand(people.Id));

        Assert.Equal((2, 1, 0, 1), Gaps(await DegreeAsync(people.Own, people.Id)));
        Assert.Equal((2, 1, 0, 1), Gaps(await DegreeAsync(people.Practitioner, people.Id)));
    }

    [Fact]
    public async Task To_whom_the_quality_of_life_is_closed_nothing_is_said_of_gaps()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40)]).AnswersAsync(HttpStatusCode.Created);
        await installation.SendAsync(new RecomputeDegreeCommand(person.ServiceUserId));
        await installation.OpenOnlyAsync(person, practitioner, "coproduction");

        Assert.Equal(JsonValueKind.Null, (await DegreeAsync(practitioner.Client(installation), person.ServiceUserId)).GetProperty("periods")[0].GetProperty("gaps").ValueKind);
    }

    private static (int Opened, int TalkedAbout, int Agreed, int AgreedToDiffer) Gaps(JsonElement degree)
    {
        var gaps = degree.GetProperty("periods")[0].GetProperty("gaps");
        return (gaps.GetProperty("opened").GetInt32(), gaps.GetProperty("talkedAbout").GetInt32(), gaps.GetProperty("agreed").GetInt32(), gaps.GetProperty("agreedToDiffer").GetInt32());
    }

    private static async Task<JsonElement> DegreeAsync(HttpClient client, Guid person) => await (await client.GetAsync(Path(person, "degree"))).BodyAsync(HttpStatusCode.OK);

    private static double Share(JsonElement period, string stage) =>
        period.GetProperty("shares").EnumerateArray().Single(one => one.Text("stage") == stage).GetProperty("share").GetDouble();
}
