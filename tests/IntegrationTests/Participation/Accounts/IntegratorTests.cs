using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class IntegratorTests(Installation installation) : IAsyncLifetime, IDisposable
{
    private readonly Front _system = new(installation);
    private readonly Guid _integrator = Guid.CreateVersion7();
    private Given.Person _person = null!;
    private HttpClient _coordinator = null!;

    public async Task InitializeAsync()
    {
        _person = await installation.PersonAsync();
        _coordinator = (await installation.RoleAsync(Role.Coordinator, _person.ProjectId)).Client(installation);
        var made = await _coordinator.PutAsync(Path($"integrators/{_integrator}"), Json(new { name = "Système inventé" }));
        Assert.Equal(HttpStatusCode.NoContent, made.StatusCode);
        await installation.JoinAsync(_person, new Given.SignedIn(_integrator, Guid.Empty), Role.Integrator, AccessLevel.Contribute, _person.ProjectId);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _system.Dispose();
        _coordinator.Dispose();
    }

    [Fact]
    public async Task A_key_opens_what_the_person_opened_as_far_as_its_scopes_reach()
    {
        Use(await KeyAsync("quality_of_life:read"));

        await Front.ReadAsync(await ReadPictureAsync(), HttpStatusCode.OK);
        await Front.RefusedAsync(await OpenAssessmentAsync(), HttpStatusCode.Forbidden, "access.tab-closed");
        Use(await KeyAsync("plan:write"));
        await Front.RefusedAsync(await ReadPictureAsync(), HttpStatusCode.Forbidden, "access.tab-closed");
        Use(await KeyAsync("quality_of_life:write"));
        await Front.ReadAsync(await OpenAssessmentAsync(), HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_system_that_the_person_invites_is_there_at_once()
    {
        var other = await installation.PersonAsync(_person.ProjectId);
        var sharing = new { qualityOfLife = "read", network = "none", strengths = "none", plan = "none", coproduction = "none" };
        var invited = await other.Account.Client(installation).PutAsync(
            $"/api/v1/service-users/{other.ServiceUserId}/circle/{Guid.CreateVersion7()}", Json(new { role = "integrator", accountId = _integrator, projectId = _person.ProjectId, sharing }));
        Assert.Equal(HttpStatusCode.NoContent, invited.StatusCode);
        Use(await KeyAsync("quality_of_life:read"));

        await Front.ReadAsync(await _system.SendAsync(HttpMethod.Get, $"service-users/{other.ServiceUserId}/quality-of-life/picture"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_scope_opens_nothing_that_the_person_keeps_closed()
    {
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET quality_of_life = 'none' WHERE service_user_id = '{_person.ServiceUserId}'");
        Use(await KeyAsync("quality_of_life:write"));

        await Front.RefusedAsync(await ReadPictureAsync(), HttpStatusCode.Forbidden, "access.tab-closed");
    }

    [Fact]
    public async Task A_key_says_nothing_of_anybody_who_did_not_open_a_tab_to_it()
    {
        var other = await installation.PersonAsync(_person.ProjectId);
        Use(await KeyAsync("quality_of_life:read"));

        await Front.RefusedAsync(await _system.SendAsync(HttpMethod.Get, $"service-users/{other.ServiceUserId}/quality-of-life/picture"), HttpStatusCode.NotFound, "access.not-found");
    }

    [Fact]
    public async Task The_register_names_the_integrator()
    {
        Use(await KeyAsync("quality_of_life:read"));
        await Front.ReadAsync(await ReadPictureAsync(), HttpStatusCode.OK);

        await using var entry = installation.Owner.CreateCommand($"SELECT account_id FROM participation.register_entry WHERE service_user_id = '{_person.ServiceUserId}' AND ground = 'integrator'");
        Assert.Equal(_integrator, await entry.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_at_the_next_request()
    {
        var key = await MakeAsync("quality_of_life:read");
        Use(Secret(key));
        await Front.ReadAsync(await ReadPictureAsync(), HttpStatusCode.OK);

        await _coordinator.DeleteAsync(Path($"integrator-keys/{key.GetProperty("keyId").GetGuid()}"));

        await Front.RefusedAsync(await ReadPictureAsync(), HttpStatusCode.Unauthorized, "access.not-signed-in");
    }

    [Fact]
    public async Task After_a_rotation_both_keys_work_until_the_overlap_ends()
    {
        var old = await MakeAsync("quality_of_life:read");
        var rotation = await _coordinator.PostAsync(
            Path($"integrator-keys/{old.GetProperty("keyId").GetGuid()}/rotation"), Json(new { overlapHours = 24, expiresAt = TimeProvider.System.GetUtcNow().AddDays(90) }));
        var next = await Front.ReadAsync(rotation, HttpStatusCode.Created);

        foreach (var secret in new[] { Secret(old), Secret(next) })
        {
            Use(secret);
            await Front.ReadAsync(await ReadPictureAsync(), HttpStatusCode.OK);
        }

        await installation.ExecuteAsync($"UPDATE participation.integrator_key SET expires_at = now() WHERE id = '{old.GetProperty("keyId").GetGuid()}'");
        Use(Secret(old));
        await Front.RefusedAsync(await ReadPictureAsync(), HttpStatusCode.Unauthorized, "access.not-signed-in");
    }

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash()
    {
        var key = await MakeAsync("quality_of_life:read");

        var listed = await Front.ReadAsync(await _coordinator.GetAsync(Path("integrator-keys")), HttpStatusCode.OK);
        await using var row = installation.Owner.CreateCommand($"SELECT to_jsonb(k)::text FROM participation.integrator_key k WHERE id = '{key.GetProperty("keyId").GetGuid()}'");

        Assert.StartsWith("brm_", Secret(key), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret(key), listed.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret(key), (string)(await row.ExecuteScalarAsync())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_looks_after_no_account_and_makes_no_keys()
    {
        Use(await KeyAsync("quality_of_life:write"));

        await Front.RefusedAsync(await _system.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Forbidden, "access.role-needed");
        await Front.RefusedAsync(await _system.SendAsync(HttpMethod.Get, $"projects/{_person.ProjectId}/integrator-keys"), HttpStatusCode.Forbidden, "access.role-needed");
    }

    [Fact]
    public async Task Only_scopes_that_exist_are_given()
    {
        var refused = await _coordinator.PostAsync(
            Path($"integrators/{_integrator}/keys"), Json(new { scopes = new[] { "everything:write" }, expiresAt = TimeProvider.System.GetUtcNow().AddDays(1) }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private void Use(string secret) => _system.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);

    private async Task<string> KeyAsync(string scope) => Secret(await MakeAsync(scope));

    private async Task<JsonElement> MakeAsync(string scope)
    {
        var body = Json(new { scopes = new[] { scope }, expiresAt = TimeProvider.System.GetUtcNow().AddDays(90) });
        return await Front.ReadAsync(await _coordinator.PostAsync(Path($"integrators/{_integrator}/keys"), body), HttpStatusCode.Created);
    }

    private static string Secret(JsonElement key) => key.GetProperty("key").GetString()!;

    private Task<HttpResponseMessage> ReadPictureAsync() => _system.SendAsync(HttpMethod.Get, $"service-users/{_person.ServiceUserId}/quality-of-life/picture");

    private Task<HttpResponseMessage> OpenAssessmentAsync() => _system.SendAsync(
        HttpMethod.Put, $"service-users/{_person.ServiceUserId}/quality-of-life/assessments/{Guid.CreateVersion7()}", new { setting = "alone", at = TimeProvider.System.GetUtcNow() });

    private string Path(string rest) => $"/api/v1/projects/{_person.ProjectId}/{rest}";

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
}
