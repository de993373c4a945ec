using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class OpenRecordTests(Installation installation)
{
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _session = Guid.CreateVersion7();
    private readonly Guid _project = Guid.CreateVersion7();

    [Fact]
    public async Task A_practitioner_opens_a_record_and_the_name_is_sealed()
    {
        await ArrangeAsync("practitioner");
        var person = Guid.CreateVersion7();

        var response = await installation.Client(_account, _session).PutAsJsonAsync(
            new Uri($"/api/v1/service-users/{person}", UriKind.Relative), new { projectId = _project, calledName = "Zéphyr l’Inventé", language = "fr" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await using var command = installation.Owner.CreateCommand("SELECT position('Invent'::bytea in called_name_sealed) FROM participation.service_user WHERE service_user_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        Assert.Equal(0, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_researcher_may_not_open_a_record()
    {
        await ArrangeAsync("researcher");

        var response = await installation.Client(_account, _session).PutAsJsonAsync(
            new Uri($"/api/v1/service-users/{Guid.CreateVersion7()}", UriKind.Relative), new { projectId = _project, calledName = "Zéphyr", language = "fr" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task ArrangeAsync(string role)
    {
        var organisation = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO participation.organisation VALUES ('{organisation}', 'Organisme inventé', 'quebec');
            INSERT INTO participation.project VALUES ('{_project}', '{organisation}', 'Projet inventé', 'Ailleurs', 'quebec', 'ca', ARRAY['fr'], NULL, true, 1);
            INSERT INTO participation.account VALUES ('{_account}', 'Personne inventée');
            INSERT INTO participation.account_session VALUES ('{_session}', '{_account}', false, now(), now() + interval '1 hour', NULL);
            INSERT INTO participation.role_assignment VALUES (gen_random_uuid(), '{_account}', '{_project}', '{role}', now(), NULL);
            """);
    }
}
