using System.Net;
using System.Text.Json;
using Barometre.Application.CoProduction.Effects;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Consents;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>What a project reads of how its service is perceived.</summary>
[Collection(InstallationTests.Name)]
public sealed class ProjectEffectsTests(Installation installation)
{
    private static readonly string[] Items = ["process.listening", "process.respect", "process.having_a_say"];

    [Fact]
    public async Task Nothing_is_read_below_eleven_people_who_agreed_and_the_next_reading_waits_for_eleven_more()
    {
        var project = await installation.ProjectAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        List<Given.Person> people = [];
        for (var number = 0; number < 11; number++)
        {
            people.Add(await SaysAsync(project, 50 + (number * 4), agrees: number > 0));
        }

        await ReleaseAsync(project);
        Assert.Empty(Releases(await ReadAsync(coordinator, project), "process"));

        // The eleventh agrees.
        await people[0].Account.Client(installation).SaysYesAsync(people[0].ServiceUserId, "project_statistics", $"{project}");
        await ReleaseAsync(project);
        var first = Assert.Single(Releases(await ReadAsync(coordinator, project), "process"));
        Assert.Equal((11, 70), (first.GetProperty("people").GetInt32(), first.GetProperty("median").GetInt32()));
        // Three in the middle and eight above: each few, so neither is told.
        Assert.All(["low", "middle", "high", "shareHigh"], name => Assert.Equal(JsonValueKind.Null, first.GetProperty(name).ValueKind));
        Assert.Empty(Releases(await ReadAsync(coordinator, project), "change"));

        // One more, then one who agrees no longer: what was released stays as it was, and nothing new is.
        await SaysAsync(project, 100);
        await people[3].Account.Client(installation).SaysNoAsync(people[3].ServiceUserId, "project_statistics", $"{project}");
        await ReleaseAsync(project);
        Assert.Equal(first.ToString(), Assert.Single(Releases(await ReadAsync(coordinator, project), "process")).ToString());

        for (var number = 0; number < 12; number++)
        {
            await SaysAsync(project, 90);
        }

        await ReleaseAsync(project);
        var second = Releases(await ReadAsync(coordinator, project), "process");
        Assert.Equal([23, 11], second.Select(release => release.GetProperty("people").GetInt32()));
        await ReleaseAsync(project);
        Assert.Equal(second.Length, Releases(await ReadAsync(coordinator, project), "process").Length);
    }

    [Fact]
    public async Task Nobody_but_the_projects_coordination_reads_it_and_answers_about_one_practitioner_never_count()
    {
        var project = await installation.ProjectAsync();
        var person = await SaysAsync(project, 50);
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, project);
        for (var number = 0; number < 11; number++)
        {
            var each = await installation.PersonAsync(project);
            await each.Account.Client(installation).SaysYesAsync(each.ServiceUserId, "project_statistics", $"{project}");
            var place = await installation.JoinAsync(each, practitioner, Role.Practitioner, AccessLevel.Contribute, project);
            await each.Account.Client(installation).SheetAsync(each.ServiceUserId, Guid.CreateVersion7(), "accompaniment", place, Answers(50)).AnswersAsync(HttpStatusCode.OK);
        }

        await ReleaseAsync(project);

        Assert.Empty(Releases(await ReadAsync((await installation.RoleAsync(Role.Coordinator, project)).Client(installation), project), "process"));
        await practitioner.Client(installation).GetAsync($"/api/v1/projects/{project}/perceived-effects").RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await person.Account.Client(installation).GetAsync($"/api/v1/projects/{project}/perceived-effects").AnswersAsync(HttpStatusCode.NotFound);
        Assert.NotEqual(Guid.Empty, member);
    }

    private async Task<Given.Person> SaysAsync(Guid project, int rating, bool agrees = true)
    {
        var person = await installation.PersonAsync(project);
        var own = person.Account.Client(installation);
        if (agrees)
        {
            await own.SaysYesAsync(person.ServiceUserId, "project_statistics", $"{project}");
        }

        await own.SheetAsync(person.ServiceUserId, Guid.CreateVersion7(), "service", project, Answers(rating)).AnswersAsync(HttpStatusCode.OK);
        return person;
    }

    private static object[] Answers(int rating) => [.. Items.Select(item => Reply(item, rating))];

    private async Task ReleaseAsync(Guid project)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReleaseProjectEffectsCommand(project));
    }

    private static Task<JsonElement> ReadAsync(HttpClient coordinator, Guid project) => coordinator.JsonAsync($"/api/v1/projects/{project}/perceived-effects");

    private static JsonElement[] Releases(JsonElement read, string family) =>
        [.. read.GetProperty("families").EnumerateArray().Single(one => one.GetProperty("family").GetString() == family).GetProperty("releases").EnumerateArray()];
}
