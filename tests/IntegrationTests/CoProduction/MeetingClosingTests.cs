using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>A meeting from its planning to its end, and its tie to the plan.</summary>
[Collection(InstallationTests.Name)]
public sealed class MeetingClosingTests(Installation installation)
{
    [Fact]
    public async Task Closing_notes_a_review_of_the_plan_once_with_who_was_there_and_the_next_date()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (own, practitioner) = (person.Account.Client(installation), account.Client(installation));
        var (meeting, step, review) = (await practitioner.MeetAsync(person.ServiceUserId, members: [member]), Guid.CreateVersion7(), Guid.CreateVersion7());

        for (var time = 0; time < 2; time++)
        {
            await practitioner.CloseAsync(person.ServiceUserId, meeting, step, review, "On garde le cap", "joint", [member], 30).AnswersAsync(HttpStatusCode.OK);
        }

        var noted = (await own.PlanAsync(person.ServiceUserId, "reviews")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((review, member, "On garde le cap", $"{Today.AddDays(30):yyyy-MM-dd}", "joint"), (
            noted.GetProperty("reviewId").GetGuid(), noted.GetProperty("members")[0].GetGuid(), noted.Text("decided"), noted.Text("nextOn"), noted.Text("setting")));
        var shown = await own.MeetingAsync(person.ServiceUserId, $"{meeting}");
        Assert.Equal(("closed", review, "there"), (shown.Text("state"), shown.GetProperty("review").GetProperty("reviewId").GetGuid(), shown.GetProperty("review").Text("state")));
        Assert.Equal("On garde le cap", shown.Text("words"));
        // Both tabs that were written to are in the register.
        var register = await own.JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/register");
        Assert.Contains(register.GetProperty("items").EnumerateArray(), entry => entry.Text("tab") == "plan");

        // Another meeting may have been the same review.
        var other = await own.MeetAsync(person.ServiceUserId, minutes: 40);
        await own.CloseAsync(person.ServiceUserId, other, review: review).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(1, (await own.PlanAsync(person.ServiceUserId, "reviews")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Without_the_plan_no_review_can_be_noted_and_then_nothing_is_closed_either()
    {
        var person = await installation.PersonAsync();
        var account = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET plan = 'none' WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{account.AccountId}'");
        var (own, practitioner) = (person.Account.Client(installation), account.Client(installation));
        var meeting = await practitioner.MeetAsync(person.ServiceUserId);

        await practitioner.CloseAsync(person.ServiceUserId, meeting, review: Guid.CreateVersion7()).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET plan = 'read' WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{account.AccountId}'");
        await practitioner.CloseAsync(person.ServiceUserId, meeting, review: Guid.CreateVersion7()).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        Assert.Equal("under_way", (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Text("state"));
        await practitioner.CloseAsync(person.ServiceUserId, meeting).AnswersAsync(HttpStatusCode.OK);

        var review = Guid.CreateVersion7();
        var second = await own.MeetAsync(person.ServiceUserId, minutes: 30);
        await own.CloseAsync(person.ServiceUserId, second, review: review).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET plan = 'none' WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{account.AccountId}'");
        var seen = (await practitioner.MeetingAsync(person.ServiceUserId, $"{second}")).GetProperty("review");
        Assert.Equal(("closed", System.Text.Json.JsonValueKind.Null), (seen.Text("state"), seen.GetProperty("reviewId").ValueKind));
    }

    [Fact]
    public async Task Two_who_close_at_once_close_it_once_and_notes_still_find_their_place()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var meeting = await own.MeetAsync(person.ServiceUserId);
        var item = await own.ItemAsync(person.ServiceUserId, meeting, "Le logement");

        var closings = await Task.WhenAll(own.CloseAsync(person.ServiceUserId, meeting, review: Guid.CreateVersion7()), practitioner.CloseAsync(person.ServiceUserId, meeting, review: Guid.CreateVersion7()));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], closings.Select(closing => closing.StatusCode).Order());
        var refused = await closings.Single(closing => closing.StatusCode == HttpStatusCode.Conflict).JsonAsync();
        Assert.Equal("coproduction.meeting-closed-before", refused.Code());
        Assert.Equal(1, (await own.PlanAsync(person.ServiceUserId, "reviews")).GetProperty("items").GetArrayLength());
        // A device that was offline brings what it noted before the end, and somebody adds a word after it.
        await practitioner.NoteAsync(person.ServiceUserId, meeting, item, "Avant la fin", minutes: 25).AnswersAsync(HttpStatusCode.OK);
        await practitioner.NoteAsync(person.ServiceUserId, meeting, item, "Après la fin", minutes: 1).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal([false, true], (await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Item(item).GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("afterClosing").GetBoolean()));
    }

    [Fact]
    public async Task The_next_meeting_is_the_nearest_that_is_planned_or_the_day_that_was_set()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        Assert.Equal((null, null), await NextAsync());
        var held = await own.MeetAsync(person.ServiceUserId);
        await own.CloseAsync(person.ServiceUserId, held, nextInDays: 20).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(($"{Today.AddDays(20):yyyy-MM-dd}", null), await NextAsync());
        var planned = await own.MeetAsync(person.ServiceUserId, inDays: 12, minutes: 20);
        Assert.Equal(($"{Today.AddDays(12):yyyy-MM-dd}", planned), await NextAsync());

        await own.PutAsync(Path(person.ServiceUserId, $"{planned}/steps/{Guid.CreateVersion7()}"), new { to = "planned", meeting = new { day = $"{Today.AddDays(20):yyyy-MM-dd}", time = "14:30:00" }, at = Now.AddMinutes(-8) })
            .AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(($"{Today.AddDays(20):yyyy-MM-dd}", planned), await NextAsync());
        await own.PutAsync(Path(person.ServiceUserId, $"{planned}/steps/{Guid.CreateVersion7()}"), new { to = "called_off", meeting = new { words = "Pas maintenant" }, at = Now.AddMinutes(-7) }).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(($"{Today.AddDays(20):yyyy-MM-dd}", null), await NextAsync());
        Assert.Equal(["called_off", "closed"], (await own.MeetingAsync(person.ServiceUserId)).GetProperty("items").EnumerateArray().Select(row => row.Text("state")));

        async Task<(string?, Guid?)> NextAsync()
        {
            var next = await own.MeetingAsync(person.ServiceUserId, "next");
            return (next.GetProperty("day").GetString(), next.GetProperty("meetingId").ValueKind == System.Text.Json.JsonValueKind.Null ? null : next.GetProperty("meetingId").GetGuid());
        }
    }

    [Fact]
    public async Task Sent_again_there_is_one_effect_and_an_id_of_something_else_is_refused()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var (meeting, item, note) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        object Opening(string words) => new { state = "under_way", meeting = new { words }, at = Now.AddMinutes(-60) };
        for (var time = 0; time < 2; time++)
        {
            await own.PutAsync(Path(person.ServiceUserId, $"{meeting}"), Opening("Un")).AnswersAsync(HttpStatusCode.OK);
            await own.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{item}"), new { words = "Deux", at = Now.AddMinutes(-50) }).AnswersAsync(HttpStatusCode.OK);
            await own.NoteAsync(person.ServiceUserId, meeting, item, "Trois", fact: note).AnswersAsync(HttpStatusCode.OK);
        }

        await own.PutAsync(Path(person.ServiceUserId, $"{meeting}"), Opening("Autre")).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        await own.PutAsync(Path(person.ServiceUserId, $"{meeting}/agenda/{item}"), new { words = "Autre", at = Now.AddMinutes(-50) }).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        await own.NoteAsync(person.ServiceUserId, meeting, item, "Autre", fact: note).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        await own.NoteAsync(person.ServiceUserId, Guid.CreateVersion7(), item, "Ailleurs").RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await own.CloseAsync(person.ServiceUserId, Guid.CreateVersion7()).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await own.CloseAsync(person.ServiceUserId, meeting, members: [Guid.CreateVersion7()]).AnswersAsync(HttpStatusCode.BadRequest);
        await own.PutAsync(Path(person.ServiceUserId, $"{Guid.CreateVersion7()}"), new { state = "planned", meeting = new { words = "Sans jour" }, at = Now }).RefusesAsync(HttpStatusCode.Conflict, "coproduction.meeting-without-day");
        Assert.Single((await own.MeetingAsync(person.ServiceUserId, $"{meeting}")).Item(item).GetProperty("notes").EnumerateArray());
    }
}
