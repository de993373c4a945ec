using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometre.Application.Participation.Codes;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Contract;

/// <summary>An answer that shows a secret is given once and kept nowhere: the same request sent again with its key does nothing and says so.</summary>
[Collection(InstallationTests.Name)]
public sealed partial class SecretAnswerTests(Installation installation) : IDisposable
{
    private readonly Front _front = new(installation);

    public void Dispose() => _front.Dispose();

    [Fact]
    public async Task Signing_in_again_with_the_same_key_makes_no_second_session_and_shows_no_token()
    {
        var name = Front.NewName();
        var account = await _front.RegisterAsync(name);
        var body = new { name, password = Front.Password, mode = "token" };
        var key = Use(_front);

        var first = await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "sessions", body), HttpStatusCode.Created);
        var again = await _front.SendAsync(HttpMethod.Post, "sessions", body);

        await Front.RefusedAsync(again, HttpStatusCode.Conflict, "request.answered-once");
        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(1L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.account_session WHERE account_id = '{account}'"));
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "sessions", body with { mode = "cookie" }), HttpStatusCode.UnprocessableEntity, "request.key-reused");
        Assert.NotEqual("", key);
        await KeptNowhereAsync(first.GetProperty("refreshToken").GetString()!);
    }

    [Fact]
    public async Task A_refusal_holds_no_secret_and_is_given_again()
    {
        var name = Front.NewName();
        await _front.RegisterAsync(name);
        Use(_front);

        foreach (var replayed in new[] { false, true })
        {
            var refused = await _front.SendAsync(HttpMethod.Post, "sessions", new { name, password = "pas le bon du tout", mode = "token" });
            await Front.RefusedAsync(refused, HttpStatusCode.Unauthorized, "account.wrong-name-or-password");
            Assert.Equal(replayed, refused.Headers.Contains("Idempotency-Replayed"));
        }
    }

    [Fact]
    public async Task A_refreshed_token_is_not_shown_again_and_the_session_lives_on()
    {
        var name = Front.NewName();
        await _front.RegisterAsync(name);
        var session = await _front.SignInAsync(name);
        Use(_front);
        var body = new { refreshToken = session.GetProperty("refreshToken").GetString() };

        var next = await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "sessions/refresh", body), HttpStatusCode.OK);
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "sessions/refresh", body), HttpStatusCode.Conflict, "request.answered-once");

        await KeptNowhereAsync(next.GetProperty("refreshToken").GetString()!);
        Use(_front);
        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "sessions/refresh", new { refreshToken = next.GetProperty("refreshToken").GetString() }), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_a_key_and_recovery_codes_are_shown_once()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        var person = await practitioner.OpenedAsync(project);
        var integrator = Guid.CreateVersion7();
        await coordinator.PutAsync($"/api/v1/projects/{project}/integrators/{integrator}", new { name = "Système inventé" }).AnswersAsync(HttpStatusCode.NoContent);
        var name = Front.NewName();
        await _front.RegisterAsync(name);
        await _front.SignInAsync(name);

        await ShownOnceAsync(practitioner, $"/api/v1/service-users/{person}/claim-codes", null, "code");
        await ShownOnceAsync(
            coordinator, $"/api/v1/projects/{project}/integrators/{integrator}/keys", new { scopes = new[] { "plan:read" }, expiresAt = TimeProvider.System.GetUtcNow().AddDays(9) }, "key");
        Use(_front);
        var codes = await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.OK);
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.Conflict, "request.answered-once");
        await KeptNowhereAsync(codes.GetProperty("codes")[0].GetString()!);
    }

    [Fact]
    public async Task The_contract_says_of_every_answer_with_a_secret_that_it_is_given_once()
    {
        var document = JsonNode.Parse(await installation.Client().GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)))!;
        var posts = document["paths"]!.AsObject().Select(path => path.Value!["post"]).OfType<JsonNode>().ToList();
        var showing = posts.Where(post => ShowsSecret(document, post)).Select(Id).ToList();
        var once = posts.Where(post => Parameter(post)?.Contains("request.answered-once", StringComparison.Ordinal) == true).Select(Id).ToList();

        Assert.True(showing.Count >= 9, string.Join(' ', showing));
        Findings.None(showing.Except(once).Select(id => $"{id} shows a secret: its result must be an ISecretAnswer"));
    }

    [Fact]
    public void An_answer_that_shows_a_code_is_known_by_its_members() => Assert.Matches(SecretName(), nameof(IssuedCode.Code));

    private async Task ShownOnceAsync(HttpClient client, string path, object? body, string secret)
    {
        var key = $"{Guid.CreateVersion7()}";
        var first = await SendAsync(client, path, body, key);
        var again = await SendAsync(client, path, body, key);

        Assert.True(first.IsSuccessStatusCode);
        await Front.RefusedAsync(again, HttpStatusCode.Conflict, "request.answered-once");
        await KeptNowhereAsync((await first.JsonAsync()).GetProperty(secret).GetString()!);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object? body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    // Behind the seal too.
    private async Task KeptNowhereAsync(string secret)
    {
        var protector = installation.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("barometre.answer");
        await using var command = installation.Owner.CreateCommand("SELECT answer_sealed FROM platform.idempotency");
        await using var reader = await command.ExecuteReaderAsync();
        var answers = 0;
        for (; await reader.ReadAsync(); answers++)
        {
            Assert.DoesNotContain(secret, Encoding.UTF8.GetString(protector.Unprotect(reader.GetFieldValue<byte[]>(0))), StringComparison.Ordinal);
        }

        Assert.True(answers > 0);
    }

    private static string Use(Front front)
    {
        var key = $"{Guid.CreateVersion7()}";
        front.Headers.Remove("Idempotency-Key");
        front.Headers.Add("Idempotency-Key", key);
        return key;
    }

    private static string Id(JsonNode post) => post["operationId"]!.GetValue<string>();

    private static string? Parameter(JsonNode post) =>
        post["parameters"]?.AsArray().FirstOrDefault(parameter => parameter!["name"]?.GetValue<string>() == "Idempotency-Key")?["description"]?.GetValue<string>();

    private static bool ShowsSecret(JsonNode document, JsonNode post) => post["responses"]!.AsObject().Where(answer => answer.Key.StartsWith('2')).Any(answer =>
        answer.Value!["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>() is { } name
        && document["components"]!["schemas"]![name.Split('/')[^1]]!["properties"]!.AsObject().Any(member => SecretName().IsMatch(member.Key)));

    // "code" alone, not a theme's or a country's: those have longer names or stand in lists.
    [GeneratedRegex("(token|secret|password)|^(code|codes|key)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();
}
