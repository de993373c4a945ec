using System.Net;
using System.Net.Http.Json;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>What jobs keep up event by event must be what a full recomputation finds.</summary>
public sealed class NightlyTests(Installation installation) : IClassFixture<Installation>
{
    private const int Acts = 120;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Kinds = ["rating", "rating", "rating", "not_concerned", "rather_not_say", "cleared"];

    [Fact]
    public async Task After_random_histories_a_full_recomputation_finds_nothing_that_differs()
    {
        var random = new Random(20261120);
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        foreach (var account in (Given.SignedIn[])[person.Account, practitioner])
        {
            await ActAsync(account.Client(installation), person.ServiceUserId, random);
        }

        await QuietAsync();
        var kept = await installation.CountAsync("SELECT count(*) FROM quality_of_life.theme_change");
        var report = await installation.SendAsync(new RecomputeAllCommand());

        Assert.Equal((kept, 0), (report.Series, report.Differing));
        Assert.True(kept >= 5, $"{kept} series are too few to prove anything.");
    }

    [Fact]
    public async Task What_was_lost_or_altered_is_made_true_again()
    {
        var person = (await installation.PersonAsync()).ServiceUserId;
        await installation.AnswerAsync(person, "needs.food", 10, Start);
        await installation.AnswerAsync(person, "needs.housing", 20, Start);
        await installation.SendAsync(new RecomputeChangeCommand(person, null));
        await installation.ExecuteAsync($"""
            UPDATE quality_of_life.theme_change SET latest_value = 99 WHERE service_user_id = '{person}' AND theme = 'needs.food';
            DELETE FROM quality_of_life.theme_change WHERE service_user_id = '{person}' AND theme = 'needs.housing';
            """);

        Assert.Equal(2, await installation.SendAsync(new RecomputeChangeCommand(person, null)));
        Assert.Equal(0, await installation.SendAsync(new RecomputeChangeCommand(person, null)));
    }

    [Fact]
    public async Task A_part_of_one_person_is_recomputed_like_any_other()
    {
        var person = (await installation.PersonAsync()).ServiceUserId;
        await installation.AnswerAsync(person, "needs.food", 10, Start);

        var report = await installation.SendAsync(new RecomputePeopleCommand([person]));

        Assert.Equal(1, report.Series);
        Assert.True(report.Differing > 1);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_job()
    {
        var person = await installation.PersonAsync();
        await QuietAsync();

        var refused = await person.Account.Client(installation).OpenAsync(
            person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.food", 5), Rated.Answer("needs.no_such_theme", 5)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(new JobCounts(0, 0, 0, 0), await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None));
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM quality_of_life.theme_change WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    [Fact]
    public async Task Spheres_count_what_the_persons_projects_ask_about_from_the_moment_it_changes()
    {
        var person = await installation.PersonAsync();
        var coordinator = await installation.RoleAsync(Role.Coordinator, person.ProjectId);
        await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40)]);
        await ShownAsync(55);

        using var hide = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/projects/{person.ProjectId}/quality-of-life/themes", UriKind.Relative))
        {
            Content = JsonContent.Create(new { hidden = new[] { "needs.food", "needs.income" }, own = Array.Empty<object>() }),
        };
        hide.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        await (await coordinator.Client(installation).SendAsync(hide)).BodyAsync(HttpStatusCode.OK);
        await ShownAsync(53);

        await installation.ExecuteAsync($"UPDATE participation.enrolment SET until = now() WHERE service_user_id = '{person.ServiceUserId}'");
        await installation.ExecuteAsync($$"""
            INSERT INTO participation.outbox (service_user_id, id, event, payload)
                VALUES ('{{person.ServiceUserId}}', '{{Guid.CreateVersion7()}}', 'ProjectsChanged', '{"ServiceUserId":"{{person.ServiceUserId}}"}');
            """);
        await ShownAsync(55);

        Task<TimeSpan> ShownAsync(int shown) => Eventually.HappensAsync(
            async () => await installation.CountAsync($"SELECT count(*) FROM quality_of_life.sphere_summary WHERE service_user_id = '{person.ServiceUserId}' AND sphere = 'overall' AND shown = {shown}") == 1,
            TimeSpan.FromSeconds(10));
    }

    private static async Task ActAsync(HttpClient client, Guid person, Random random)
    {
        List<Guid> open = [];
        for (var act = 0; act < Acts; act++)
        {
            if (open.Count < 3 || random.Next(4) == 0)
            {
                open.Add(Guid.CreateVersion7());
                var opened = await client.OpenAsync(person, open[^1], Answers(random));
                await opened.BodyAsync(HttpStatusCode.Created);
            }
            else if (random.Next(8) == 0)
            {
                var which = random.Next(open.Count);
                var closed = await client.PostAsJsonAsync(Rated.Path(person, $"assessments/{open[which]}/abandonment"), new { });
                await closed.BodyAsync(HttpStatusCode.OK);
                open.RemoveAt(which);
            }
            else
            {
                var answered = await client.AnswerAsync(person, open[random.Next(open.Count)], Answers(random));
                await answered.BodyAsync(HttpStatusCode.OK);
            }
        }
    }

    private static object[] Answers(Random random) =>
        [.. Histories.Themes.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Histories.Themes[0]).Select(theme => Kinds[random.Next(Kinds.Length)] is var kind && kind == "rating"
            ? Rated.Answer(theme, random.Next(101), random.Next(60 * 24 * 300))
            : Rated.Answer(theme, null, random.Next(60 * 24 * 300), kind))];

    private Task<TimeSpan> QuietAsync() => Eventually.HappensAsync(
        async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TimeSpan.FromSeconds(60));
}
