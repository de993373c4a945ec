using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class ListTests(Installation installation)
{
    [Fact]
    public async Task A_practitioner_finds_their_people_by_the_beginning_of_any_word_without_accents()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        foreach (var name in new[] { "Zoé Inventée", "Élodie l’Inventée", "Étienne Fictif", "edmond d’Ailleurs", "Œdipe Fictif" })
        {
            await practitioner.OpenedAsync(project, name);
        }

        Assert.Equal(["edmond d’Ailleurs", "Élodie l’Inventée", "Étienne Fictif", "Œdipe Fictif", "Zoé Inventée"], Names(await practitioner.JsonAsync("/api/v1/service-users")));
        Assert.Equal(["edmond d’Ailleurs", "Élodie l’Inventée", "Étienne Fictif"], await FoundAsync(practitioner, "E"));
        Assert.Equal(["Élodie l’Inventée", "Zoé Inventée"], await FoundAsync(practitioner, "INVENTEE"));
        Assert.Equal(["Étienne Fictif"], await FoundAsync(practitioner, "fic eti"));
        Assert.Equal(["Œdipe Fictif"], await FoundAsync(practitioner, "oed"));
        Assert.Empty(await FoundAsync(practitioner, "odie"));
        await SearchAsync(practitioner, new string('a', 101)).AnswersAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_coordinator_lists_their_project_and_opens_nobodys_record()
    {
        var person = await installation.PersonAsync();
        var (coordinator, other) = (await ClientAsync(Role.Coordinator, person.ProjectId), await ClientAsync(Role.Coordinator, await installation.ProjectAsync()));

        Assert.Equal(["Zéphyr l’Inventé"], Names(await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/service-users")));
        Assert.Empty(Names(await coordinator.JsonAsync("/api/v1/service-users")));
        await coordinator.GetAsync($"/api/v1/service-users/{person.ServiceUserId}").AnswersAsync(HttpStatusCode.NotFound);
        await other.GetAsync($"/api/v1/projects/{person.ProjectId}/service-users").AnswersAsync(HttpStatusCode.NotFound);
        await (await ClientAsync(Role.Practitioner, person.ProjectId)).GetAsync($"/api/v1/projects/{person.ProjectId}/service-users").AnswersAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_who_left_the_project_is_not_listed_any_more()
    {
        var person = await installation.PersonAsync();
        var (coordinator, practitioner) = (await ClientAsync(Role.Coordinator, person.ProjectId), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation));
        Assert.Single(Names(await practitioner.JsonAsync("/api/v1/service-users")));

        await person.Account.Client(installation).DeleteAsync($"/api/v1/service-users/{person.ServiceUserId}/projects/{person.ProjectId}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Empty(Names(await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/service-users")));
        Assert.Empty(Names(await practitioner.JsonAsync("/api/v1/service-users")));
    }

    [Fact]
    public async Task Two_thousand_and_forty_six_people_are_paged_once_each_and_searched()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        await CrowdAsync(project, practitioner.AccountId, 2046);
        var (client, coordinator) = (practitioner.Client(installation), await ClientAsync(Role.Coordinator, project));

        HashSet<Guid> seen = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = await client.JsonAsync($"/api/v1/service-users?limit=100{cursor}");
            Assert.All(page.GetProperty("items").EnumerateArray(), person => Assert.True(seen.Add(person.GetProperty("serviceUserId").GetGuid())));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(2046, seen.Count);
        Assert.Equal(100, Names(await coordinator.JsonAsync($"/api/v1/projects/{project}/service-users?limit=100")).Length);
        Assert.Equal(["Inventé 3 Fictif 2040"], await FoundAsync(client, "2040 inv"));
    }

    [Fact]
    public async Task Lists_are_not_compiled_to_machine_code_which_takes_longer_than_running_them()
    {
        await using var connection = await installation.AsAppAsync(Guid.CreateVersion7());
        await using var command = new Npgsql.NpgsqlCommand("SHOW jit", connection);

        Assert.Equal("off", await command.ExecuteScalarAsync());
    }

    private static async Task<string[]> FoundAsync(HttpClient client, string search)
    {
        var response = await SearchAsync(client, search);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Names(await response.JsonAsync());
    }

    private static Task<HttpResponseMessage> SearchAsync(HttpClient client, string search) =>
        client.PostAsJsonAsync(new Uri("/api/v1/service-users/search", UriKind.Relative), new { search, limit = 100 });

    private async Task CrowdAsync(Guid project, Guid practitioner, int count)
    {
        var keys = installation.App.Services.GetRequiredService<IRecordKeys>();
        var sql = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var person = Guid.CreateVersion7();
            var name = Convert.ToHexString((await keys.ForAsync(person, CancellationToken.None)).Seal(OpenRecordCommand.NameColumn, $"Inventé {i % 97} Fictif {i}"));
            sql.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                INSERT INTO participation.service_user VALUES ('{{person}}', NULL, '\x{{name}}', 'fr', '{{practitioner}}', now(), 1);
                INSERT INTO participation.enrolment VALUES ('{{person}}', gen_random_uuid(), '{{project}}', now(), NULL);
                INSERT INTO participation.circle_member (service_user_id, id, account_id, role, project_id, state, since, quality_of_life, network, strengths, plan, coproduction, version)
                    VALUES ('{{person}}', gen_random_uuid(), '{{practitioner}}', 'practitioner', '{{project}}', 'active', now(), 'read', 'none', 'none', 'none', 'none', 1);
                """);
        }

        await installation.ExecuteAsync(sql.ToString());
        await installation.ExecuteAsync("ANALYZE participation.service_user, participation.enrolment, participation.circle_member");
    }

    private async Task<HttpClient> ClientAsync(Role role, Guid project) => (await installation.RoleAsync(role, project)).Client(installation);

    private static string[] Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("calledName").GetString()!)];
}
