using System.Net;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class AssessmentTests(Installation installation)
{
    [Fact]
    public async Task A_person_opens_answers_and_completes_in_one_call()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();

        var receipt = await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40), Answer("health.energy", null, kind: "not_concerned")], complete: true))
            .BodyAsync(HttpStatusCode.Created);

        Assert.Equal("completed", receipt.GetProperty("state").GetString());
        var detail = await client.ReadAsync(person.ServiceUserId, $"assessments/{assessment}");
        Assert.Equal(2, detail.GetProperty("answers").GetArrayLength());
        Assert.Equal("provisional", detail.GetProperty("instrumentStatus").GetString());
        var picture = await client.ReadAsync(person.ServiceUserId, "picture");
        Assert.Equal(40, picture.Shown("needs.housing"));
        Assert.Null(picture.Shown("health.energy"));
    }

    [Fact]
    public async Task Sending_again_is_one_effect()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        object[] answers = [Answer("needs.housing", 40), Answer("needs.food", 60)];

        var first = await (await client.OpenAsync(person.ServiceUserId, assessment, answers, complete: true)).BodyAsync(HttpStatusCode.Created);
        var again = await (await client.OpenAsync(person.ServiceUserId, assessment, answers, complete: true)).BodyAsync(HttpStatusCode.OK);
        await (await client.AnswerAsync(person.ServiceUserId, assessment, answers)).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(2L, await CountAsync("answer", person.ServiceUserId));
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_refused()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (assessment, other, id) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40, id: id)])).BodyAsync(HttpStatusCode.Created);

        var changed = await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", 41, id: id))).BodyAsync(HttpStatusCode.Conflict);
        var elsewhere = await (await client.OpenAsync(person.ServiceUserId, other, [Answer("needs.housing", 40, id: id)])).BodyAsync(HttpStatusCode.Conflict);
        var reopened = await (await client.OpenAsync(person.ServiceUserId, assessment, [], setting: "joint")).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal("quality-of-life.answer-id-reused", changed.Code());
        Assert.Equal("quality-of-life.answer-id-reused", elsewhere.Code());
        Assert.Equal("quality-of-life.assessment-id-reused", reopened.Code());
    }

    [Fact]
    public async Task A_correction_is_a_new_fact_and_a_late_older_answer_never_overrides_a_newer_one()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40, minutes: 30)], complete: true)).BodyAsync(HttpStatusCode.Created);

        await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", 70, minutes: 10))).BodyAsync(HttpStatusCode.OK);
        await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", 5, minutes: 20))).BodyAsync(HttpStatusCode.OK);

        var detail = await client.ReadAsync(person.ServiceUserId, $"assessments/{assessment}");
        Assert.Equal(70, Assert.Single(detail.GetProperty("answers").EnumerateArray()).GetProperty("rating").GetInt32());
        Assert.Equal([40, 5], detail.GetProperty("history").EnumerateArray().Select(answer => answer.GetProperty("rating").GetInt32()));
        var series = await client.ReadAsync(person.ServiceUserId, "series");
        Assert.Equal([70], series.Ratings("needs.housing"));
    }

    [Fact]
    public async Task An_answer_taken_back_leaves_the_theme_unanswered()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40, minutes: 30)])).BodyAsync(HttpStatusCode.Created);

        await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", null, kind: "cleared"))).BodyAsync(HttpStatusCode.OK);

        Assert.Empty((await client.ReadAsync(person.ServiceUserId, "picture")).GetProperty("themes").EnumerateArray());
        Assert.Empty((await client.ReadAsync(person.ServiceUserId, "series")).Ratings("needs.housing"));
    }

    [Fact]
    public async Task Several_devices_at_once_on_one_assessment_lose_nothing()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        var sent = Enumerable.Range(0, 24).Select(i => Answer(i % 2 == 0 ? "needs.housing" : "needs.food", i, minutes: 100 - i)).ToList();

        var openings = sent.Take(8).Select(answer => client.OpenAsync(person.ServiceUserId, assessment, [answer])).ToList();
        Assert.All(await Task.WhenAll(openings), response => Assert.True(response.IsSuccessStatusCode));
        var additions = sent.Skip(8).Concat(sent.Take(4)).Select(answer => client.AnswerAsync(person.ServiceUserId, assessment, answer)).ToList();
        Assert.All(await Task.WhenAll(additions), response => Assert.True(response.IsSuccessStatusCode));

        Assert.Equal(24L, await CountAsync("answer", person.ServiceUserId));
        Assert.Equal(2L, await CountAsync("answer", person.ServiceUserId, "AND superseded_at IS NULL"));
        var picture = await client.ReadAsync(person.ServiceUserId, "picture");
        Assert.Equal((22, 23), (picture.Shown("needs.housing"), picture.Shown("needs.food")));
    }

    [Fact]
    public async Task Bad_answers_are_refused_and_pointed_at()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var wrong = Answer("needs.food", 1);
        wrong["at"] = "1999-12-31T23:59:59Z";

        var shape = await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 101), wrong, Answer("needs.food", 3, kind: "rather_not_say")]))
            .BodyAsync(HttpStatusCode.BadRequest);
        var theme = await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 1), Answer("needs.castle", 1)])).BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal(
            [("/answers/0/rating", "quality-of-life.rating-out-of-range"), ("/answers/1/at", "fact.clock-not-set"), ("/answers/2/rating", "quality-of-life.rating-missing")],
            shape.GetProperty("errors").EnumerateArray().Select(field => (field.GetProperty("pointer").GetString()!, field.Code())));
        Assert.Equal(
            [("/answers/1/theme", "quality-of-life.unknown-theme")],
            theme.GetProperty("errors").EnumerateArray().Select(field => (field.GetProperty("pointer").GetString()!, field.Code())));
        Assert.Equal(0L, await CountAsync("assessment", person.ServiceUserId));
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_counts_from_arrival_and_is_told()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (assessment, ahead) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var receipt = await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40, minutes: -600, id: ahead), Answer("needs.food", 1)])).BodyAsync(HttpStatusCode.Created);

        Assert.Equal([ahead], receipt.GetProperty("clockAhead").EnumerateArray().Select(id => id.GetGuid()));
        var answer = (await client.ReadAsync(person.ServiceUserId, $"assessments/{assessment}")).GetProperty("answers").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == ahead);
        Assert.True(answer.GetProperty("clockAhead").GetBoolean());
        Assert.Equal(answer.GetProperty("recordedAt").GetDateTimeOffset(), answer.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_abandoned_assessment_stays_readable_and_no_longer_counts()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40)])).BodyAsync(HttpStatusCode.Created);

        await (await client.PostAsJsonAsync(Path(person.ServiceUserId, $"assessments/{assessment}/abandonment"), new { at = Now.AddMinutes(-5) })).BodyAsync(HttpStatusCode.OK);
        await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.food", 10, minutes: 8))).BodyAsync(HttpStatusCode.OK);
        var after = await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.food", 20, minutes: 1))).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal("quality-of-life.assessment-abandoned", after.Code());
        Assert.Empty((await client.ReadAsync(person.ServiceUserId, "series")).GetProperty("series").EnumerateArray());
        Assert.Equal(2, (await client.ReadAsync(person.ServiceUserId, $"assessments/{assessment}")).GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task The_list_comes_newest_first_page_by_page()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        // Two by two at the same instant: the ids tell them apart.
        var opened = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).Order().ToArray();
        for (var i = 0; i < opened.Length; i++)
        {
            await (await client.OpenAsync(person.ServiceUserId, opened[i], [], minutes: 100 - (10 * (i / 2)))).BodyAsync(HttpStatusCode.Created);
        }

        List<Guid> read = [];
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await client.ReadAsync(person.ServiceUserId, $"assessments?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(opened.Reverse(), read);
    }

    [Fact]
    public async Task Each_gives_their_own_view_and_the_persons_only_together()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation);
        var reader = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        var (own, joint) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await (await person.Account.Client(installation).OpenAsync(person.ServiceUserId, own, [Answer("needs.housing", 80)])).BodyAsync(HttpStatusCode.Created);
        await (await practitioner.OpenAsync(person.ServiceUserId, joint, [Answer("needs.food", 60)], setting: "joint", perspective: "service_user")).BodyAsync(HttpStatusCode.Created);
        await (await relative.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 20)])).BodyAsync(HttpStatusCode.Created);
        var alone = await (await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [], perspective: "service_user")).BodyAsync(HttpStatusCode.Forbidden);
        var into = await (await practitioner.AnswerAsync(person.ServiceUserId, own, Answer("needs.food", 1))).BodyAsync(HttpStatusCode.Forbidden);
        var impersonated = await (await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [], perspective: "practitioner")).BodyAsync(HttpStatusCode.Forbidden);
        await (await reader.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [])).BodyAsync(HttpStatusCode.Forbidden);

        Assert.Equal(("access.not-your-view", "access.not-your-view", "access.not-your-view"), (alone.Code(), into.Code(), impersonated.Code()));
        var picture = await person.Account.Client(installation).ReadAsync(person.ServiceUserId, "picture");
        Assert.Equal((80, 60, 20), (picture.Shown("needs.housing"), picture.Shown("needs.food"), picture.Shown("needs.housing", "relative")));
    }

    private async Task<long> CountAsync(string table, Guid person, string and = "")
    {
        await using var command = installation.Owner.CreateCommand($"SELECT count(*) FROM quality_of_life.{table} WHERE service_user_id = '{person}' {and}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
