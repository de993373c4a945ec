using System.Globalization;
using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

[Collection(InstallationTests.Name)]
public sealed class PlanReadingTests(Installation installation)
{
    [Fact]
    public async Task The_plan_at_a_time_is_what_was_noted_until_then_by_two_devices_offline_for_a_month()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        const double day = 24 * 60;
        var goal = await client.GoalAsync(person.ServiceUserId, "Écrire un livre", adopted: true, minutes: 40 * day);

        // The tablet sends first what it noted later; the phone then sends what it noted before and between.
        await client.StepAsync(person.ServiceUserId, goal, "set_aside", minutes: 5 * day).AnswersAsync(HttpStatusCode.OK);
        await RewordAsync(client, person, goal, "Écrire une nouvelle", 20 * day);
        await client.StepAsync(person.ServiceUserId, goal, "under_way", minutes: 30 * day).AnswersAsync(HttpStatusCode.OK);
        var action = Guid.CreateVersion7();
        await client.ActAsync(person.ServiceUserId, goal, action, "Le premier chapitre", Person(), minutes: 25 * day).AnswersAsync(HttpStatusCode.OK);
        await client.StepActionAsync(person.ServiceUserId, action, "under_way", minutes: 6 * day).AnswersAsync(HttpStatusCode.OK);
        await client.StepActionAsync(person.ServiceUserId, action, "done", minutes: 4 * day).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-holds-nobody");

        async Task<(string State, string Words, int Actions)> AtAsync(double days)
        {
            var shown = (await client.PlanAsync(person.ServiceUserId, $"?at={Uri.EscapeDataString(Now.AddDays(-days).ToString("O", CultureInfo.InvariantCulture))}")).Goal(goal);
            return (shown.Text("state"), shown.Text("words"), shown.GetProperty("actions").GetArrayLength());
        }

        Assert.Equal(("adopted", "Écrire un livre", 0), await AtAsync(35));
        Assert.Equal(("under_way", "Écrire un livre", 1), await AtAsync(24));
        Assert.Equal(("under_way", "Écrire une nouvelle", 1), await AtAsync(10));
        Assert.Equal(("set_aside", "Écrire une nouvelle", 1), await AtAsync(-10));
        Assert.Empty((await client.PlanAsync(person.ServiceUserId, $"?at={Uri.EscapeDataString(Now.AddDays(-50).ToString("O", CultureInfo.InvariantCulture))}")).GetProperty("goals").EnumerateArray());
        var path = await client.PlanAsync(person.ServiceUserId, $"goals/{goal}/path");
        Assert.Equal(["adopted", "under_way", "set_aside"], path.GetProperty("steps").EnumerateArray().Select(step => step.Text("state")));
        Assert.Equal(["Écrire un livre", "Écrire une nouvelle"], path.GetProperty("wordings").EnumerateArray().Select(wording => wording.Text("words")));
    }

    [Fact]
    public async Task Each_voice_has_its_own_levels_and_its_own_T_and_none_is_merged()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var goals = new[] { await own.GoalAsync(person.ServiceUserId, "Un", adopted: true), await own.GoalAsync(person.ServiceUserId, "Deux", adopted: true), await own.GoalAsync(person.ServiceUserId, "Trois", adopted: true) };
        foreach (var goal in goals)
        {
            await LevelsAsync(practitioner, person, goal, "alone").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.only-the-person");
            await RateAsync(own, person, goal, 1, 30).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.no-levels");
            await LevelsAsync(practitioner, person, goal, "joint").AnswersAsync(HttpStatusCode.OK);
            await RateAsync(own, person, goal, 1, 20).AnswersAsync(HttpStatusCode.OK);
            await RateAsync(practitioner, person, goal, 0, 10).AnswersAsync(HttpStatusCode.OK);
        }

        await RateAsync(practitioner, person, goals[0], 2, 5, "service_user").RefusesAsync(HttpStatusCode.Forbidden, "access.not-your-view");

        var series = (await own.PlanAsync(person.ServiceUserId, "attainment")).EnumerateArray().ToList();
        Assert.Equal(["service_user", "practitioner"], series.Select(voice => voice.Text("perspective")));
        Assert.Equal([63.6931, 50], series.Select(voice => Math.Round(voice.GetProperty("points").EnumerateArray().Last().GetProperty("t").GetDouble(), 4)));
        var voices = (await practitioner.PlanAsync(person.ServiceUserId)).Goal(goals[0]).GetProperty("voices").EnumerateArray().Select(voice => (voice.Text("perspective"), voice.GetProperty("level").GetInt32()));
        Assert.Equal([("service_user", 1), ("practitioner", 0)], voices);
    }

    [Fact]
    public async Task A_review_says_who_was_there_what_was_decided_and_where_each_voice_saw_each_goal()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (own, client, review) = (person.Account.Client(installation), practitioner.Client(installation), Guid.CreateVersion7());
        var goal = await own.GoalAsync(person.ServiceUserId, "Un", adopted: true);
        await LevelsAsync(own, person, goal, "alone").AnswersAsync(HttpStatusCode.OK);
        object Held(Guid[] members) => new { heldOn = "2026-03-14", members, decided = "On continue", nextOn = "2026-04-14", setting = "joint", at = Now.AddMinutes(-9) };

        await (await client.PutAsync(Path(person.ServiceUserId, $"reviews/{review}"), Held([Guid.CreateVersion7()]))).BodyAsync(HttpStatusCode.BadRequest);
        await (await client.PutAsync(Path(person.ServiceUserId, $"reviews/{review}"), new { heldOn = "2026-03-14", nextOn = "2026-03-14", at = Now })).BodyAsync(HttpStatusCode.BadRequest);
        var ahead = await (await client.PutAsync(Path(person.ServiceUserId, $"reviews/{review}"), new { heldOn = $"{Now.AddDays(3):yyyy-MM-dd}", at = Now })).BodyAsync(HttpStatusCode.BadRequest);
        Assert.Equal("accomplishment-plan.review-to-come", ahead.GetProperty("errors")[0].GetProperty("code").GetString());
        await client.PutAsync(Path(person.ServiceUserId, $"reviews/{review}"), Held([member])).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync(Path(person.ServiceUserId, $"reviews/{review}"), Held([member])).AnswersAsync(HttpStatusCode.OK);
        await RateAsync(client, person, goal, 1, 8, "service_user", "joint", review).AnswersAsync(HttpStatusCode.OK);
        await RateAsync(client, person, goal, -1, 7, null, "joint", review).AnswersAsync(HttpStatusCode.OK);

        var shown = Assert.Single((await own.PlanAsync(person.ServiceUserId, "reviews")).GetProperty("items").EnumerateArray());
        Assert.Equal(("On continue", "2026-04-14", member), (shown.Text("decided"), shown.Text("nextOn"), shown.GetProperty("members")[0].GetGuid()));
        Assert.Equal([("service_user", 1), ("practitioner", -1)], shown.GetProperty("ratings").EnumerateArray().Select(rating => (rating.Text("perspective"), rating.GetProperty("level").GetInt32())));
    }

    [Fact]
    public async Task Follow_ups_tell_each_voice_and_what_says_nothing_is_refused()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var goal = await own.GoalAsync(person.ServiceUserId, "Un", adopted: true);
        var action = await own.ActionAsync(person.ServiceUserId, goal, "Faire");

        await own.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{Guid.CreateVersion7()}"), new { progress = 80, words = "Presque", at = Now.AddMinutes(-3) }).AnswersAsync(HttpStatusCode.OK);
        await practitioner.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{Guid.CreateVersion7()}"), new { progress = 20, actionId = action, at = Now.AddMinutes(-2) }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{Guid.CreateVersion7()}"), new { at = Now }).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.nothing-said");
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{Guid.CreateVersion7()}"), new { words = "?", actionId = Guid.CreateVersion7(), at = Now }).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");

        var path = (await practitioner.PlanAsync(person.ServiceUserId, $"goals/{goal}/path")).GetProperty("followUps").EnumerateArray();
        Assert.Equal([("service_user", 80), ("practitioner", 20)], path.Select(one => (one.Text("perspective"), one.GetProperty("progress").GetInt32())));
    }

    [Fact]
    public async Task What_became_known_since_a_time_is_listed_page_by_page_without_a_word()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var goal = await own.GoalAsync(person.ServiceUserId, "Secretum", adopted: true, minutes: 90_000);
        await own.ActionAsync(person.ServiceUserId, goal, "Secretum", Person());
        var since = Uri.EscapeDataString(Now.AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture));

        var first = await own.PlanAsync(person.ServiceUserId, $"changes?since={since}&limit=3");
        var rest = await own.PlanAsync(person.ServiceUserId, $"changes?since={since}&limit=3&cursor={first.Text("next")}");

        var kinds = first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(change => change.Text("kind"));
        Assert.Equal(["action_stepped", "action_worded", "carrying_changed", "goal_stepped", "goal_worded"], kinds.Order());
        Assert.DoesNotContain("Secretum", $"{first}{rest}", StringComparison.Ordinal);
        Assert.Empty((await own.PlanAsync(person.ServiceUserId, $"changes?since={Uri.EscapeDataString(Now.AddHours(1).ToString("O", CultureInfo.InvariantCulture))}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Links_say_what_became_of_them_and_nothing_of_a_part_that_is_closed()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var reader = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Read)).Client(installation);
        var (sister, double_) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.NotedAsync(person.ServiceUserId, Mapped.Named(sister, "Z.", 9), Mapped.Named(double_, "Zo.", 8));
        var goal = await own.GoalAsync(person.ServiceUserId, "Voir ma sœur", adopted: true, themes: ["needs.housing"], alters: [sister, double_]);

        Task<string> LinkAsync(HttpClient client, string kind) => ShownAsync(client, kind);
        async Task<string> ShownAsync(HttpClient client, string kind) =>
            string.Join(' ', (await client.PlanAsync(person.ServiceUserId)).Goal(goal).GetProperty(kind).EnumerateArray().Select(link => link.Text("state")));

        Assert.Equal(("there", "there there"), (await LinkAsync(reader, "themes"), await LinkAsync(reader, "alters")));
        await own.NotedAsync(person.ServiceUserId, Mapped.Fact("alters_merged", double_, 2, ("otherId", sister)));
        var merged = (await own.PlanAsync(person.ServiceUserId)).Goal(goal).GetProperty("alters")[1];
        Assert.Equal(("there", sister), (merged.Text("state"), merged.GetProperty("id").GetGuid()));
        await own.NotedAsync(person.ServiceUserId, Mapped.Fact("alter_left", sister, 1));
        Assert.Equal("gone gone", await LinkAsync(reader, "alters"));
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET network = 'none', quality_of_life = 'none' WHERE service_user_id = '{person.ServiceUserId}'");
        Assert.Equal(("closed", "closed closed"), (await LinkAsync(reader, "themes"), await LinkAsync(reader, "alters")));
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("Voler", alters: [sister])).AnswersAsync(HttpStatusCode.BadRequest);
    }

    private static async Task RewordAsync(HttpClient client, Given.Person person, Guid goal, string words, double minutes) =>
        await client.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/wordings/{Guid.CreateVersion7()}"), new { goal = new { words, themes = Array.Empty<string>() }, at = Now.AddMinutes(-minutes) })
            .AnswersAsync(HttpStatusCode.OK);

    private static Task<HttpResponseMessage> LevelsAsync(HttpClient client, Given.Person person, Guid goal, string setting) =>
        client.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/levels/{Guid.CreateVersion7()}"), new { levels = new[] { "a", "b", "c", "d", "e" }, setting, at = Now.AddMinutes(-40) });

    private static Task<HttpResponseMessage> RateAsync(
        HttpClient client, Given.Person person, Guid goal, int level, double minutes, string? perspective = null, string setting = "alone", Guid? review = null) =>
        client.PutAsync(Path(person.ServiceUserId, $"goals/{goal}/ratings/{Guid.CreateVersion7()}"), new { level, perspective, setting, reviewId = review, at = Now.AddMinutes(-minutes) });
}
