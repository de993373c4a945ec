using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Accounts;

/// <summary>Somebody who may make keys must not come by one that acts as a person, a practitioner or a coordinator.</summary>
[Collection(InstallationTests.Name)]
public sealed class KeyReachTests(Installation installation) : IAsyncLifetime, IDisposable
{
    private readonly Front _system = new(installation);
    private Given.Person _person = null!;
    private HttpClient _coordinator = null!;

    public async Task InitializeAsync()
    {
        _person = await installation.PersonAsync();
        _coordinator = (await installation.RoleAsync(Role.Coordinator, _person.ProjectId)).Client(installation);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _system.Dispose();
        _coordinator.Dispose();
    }

    [Fact]
    public async Task Nobody_is_given_the_role_of_another_system()
    {
        var given = await _coordinator.PutAsync(Path($"roles/{Guid.CreateVersion7()}"), Json(new { accountId = _person.Account.AccountId, role = "integrator" }));

        await Front.RefusedAsync(given, HttpStatusCode.Conflict, "participation.role-not-given");
    }

    [Fact]
    public async Task No_key_is_made_for_an_account_that_somebody_signs_in_with()
    {
        await installation.ExecuteAsync($"UPDATE participation.account SET name_hash = sha256('{_person.Account.AccountId}') WHERE id = '{_person.Account.AccountId}'");
        await HoldAsync(_person.Account.AccountId, Role.Integrator);

        var named = await _coordinator.PutAsync(Path($"integrators/{_person.Account.AccountId}"), Json(new { name = "Système inventé" }));
        var made = await _coordinator.PostAsync(
            Path($"integrators/{_person.Account.AccountId}/keys"), Json(new { scopes = new[] { "quality_of_life:read" }, expiresAt = TimeProvider.System.GetUtcNow().AddDays(1) }));

        await Front.RefusedAsync(named, HttpStatusCode.Conflict, "request.already-there");
        await Front.RefusedAsync(made, HttpStatusCode.NotFound, "access.not-found");
    }

    [Fact]
    public async Task A_key_is_nobody_on_their_own_record()
    {
        await HoldAsync(_person.Account.AccountId, Role.Integrator);
        await UseKeyAsync(_person.Account.AccountId);

        await RefusedEverywhereAsync();
    }

    [Fact]
    public async Task A_key_has_no_place_of_a_practitioner()
    {
        var practitioner = await installation.MemberAsync(_person, Role.Practitioner, AccessLevel.Contribute);
        await HoldAsync(practitioner.AccountId, Role.Integrator);
        await UseKeyAsync(practitioner.AccountId);

        await RefusedEverywhereAsync();
    }

    [Fact]
    public async Task A_key_coordinates_no_project()
    {
        var coordinator = await installation.RoleAsync(Role.Coordinator, _person.ProjectId);
        await HoldAsync(coordinator.AccountId, Role.Integrator);
        await UseKeyAsync(coordinator.AccountId);

        var people = await _system.SendAsync(HttpMethod.Get, $"projects/{_person.ProjectId}/service-users");

        await Front.RefusedAsync(people, HttpStatusCode.Forbidden, "access.role-needed");
    }

    [Fact]
    public async Task A_key_is_at_nobodys_side_and_says_no_yes_for_the_person()
    {
        var system = await installation.MemberAsync(_person, Role.Integrator, AccessLevel.Contribute);
        await UseKeyAsync(system.AccountId);
        var (id, at) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());

        foreach (var (path, body) in new (string, object)[]
        {
            ($"strengths/items/{id}", new { strength = new { words = "Des mots inventés", kind = "skill", domain = "leisure", time = "now" }, at, setting = "joint" }),
            ($"strengths/items/{id}/answers/{id}", new { yes = true, at, setting = "joint" }),
            ($"plan/goals/{id}/steps/{id}", new { to = "adopted", at, setting = "joint" }),
            ($"quality-of-life/assessments/{id}", new { perspective = "service_user", setting = "joint", at, answers = Array.Empty<object>() }),
        })
        {
            var noted = await _system.SendAsync(HttpMethod.Put, $"service-users/{_person.ServiceUserId}/{path}", body);

            await Front.RefusedAsync(noted, HttpStatusCode.Forbidden, "access.nobodys-side");
        }
    }

    private async Task RefusedEverywhereAsync()
    {
        foreach (var rest in new[] { "", "/quality-of-life/picture", "/circle", "/register" })
        {
            await Front.RefusedAsync(await _system.SendAsync(HttpMethod.Get, $"service-users/{_person.ServiceUserId}{rest}"), HttpStatusCode.NotFound, "access.not-found");
        }
    }

    private Task HoldAsync(Guid account, Role role) => installation.ExecuteAsync($"""
        INSERT INTO participation.role_assignment (id, account_id, project_id, role, since)
            VALUES ('{Guid.CreateVersion7()}', '{account}', '{_person.ProjectId}', '{role.ToString().ToLowerInvariant()}', now());
        """);

    // As if one had been made before it was refused.
    private async Task UseKeyAsync(Guid account)
    {
        var secret = $"brm_{Guid.CreateVersion7():N}";
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        await installation.ExecuteAsync($"""
            INSERT INTO participation.integrator_key (id, account_id, project_id, hash, scopes, made_by, made_at, expires_at, version)
                VALUES ('{Guid.CreateVersion7()}', '{account}', '{_person.ProjectId}', '\x{hash}', ARRAY['quality_of_life:write', 'strengths:write', 'plan:write'], '{account}', now(), now() + interval '1 day', 1);
            """);
        _system.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    private string Path(string rest) => $"/api/v1/projects/{_person.ProjectId}/{rest}";

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
