using System.Net;
using System.Net.Http.Headers;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class SessionTests(Installation installation) : IAsyncLifetime, IDisposable
{
    private readonly Front _front = new(installation);
    private readonly string _name = Front.NewName();

    public Task InitializeAsync() => _front.RegisterAsync(_name);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _front.Dispose();

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing_at_the_next_request()
    {
        using var other = new Front(installation);
        var session = await other.SignInAsync(_name);
        await _front.SignInAsync(_name);
        Assert.Equal(2, (await _front.GetAsync("sessions")).GetArrayLength());

        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Delete, $"sessions/{session.GetProperty("sessionId").GetGuid()}"), HttpStatusCode.NoContent);

        await Front.RefusedAsync(await other.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        Assert.Equal(1, (await _front.GetAsync("sessions")).GetArrayLength());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_and_its_refresh_token()
    {
        using var other = new Front(installation);
        var session = await other.SignInAsync(_name);
        await _front.SignInAsync(_name);

        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Delete, "sessions"), HttpStatusCode.NoContent);

        await Front.RefusedAsync(await other.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        await Front.RefusedAsync(await RefreshAsync(session.GetProperty("refreshToken").GetString()!), HttpStatusCode.Unauthorized, "account.wrong-refresh-token");
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_there_to_be_ended()
    {
        using var other = new Front(installation);
        var name = Front.NewName();
        await other.RegisterAsync(name);
        var session = await other.SignInAsync(name);
        await _front.SignInAsync(_name);

        var refused = await _front.SendAsync(HttpMethod.Delete, $"sessions/{session.GetProperty("sessionId").GetGuid()}");

        await Front.RefusedAsync(refused, HttpStatusCode.NotFound, "access.not-found");
        await other.GetAsync("account");
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_its_second_use_ends_the_session()
    {
        var first = await _front.SignInAsync(_name);
        var stolen = first.GetProperty("refreshToken").GetString()!;

        var second = await Front.ReadAsync(await RefreshAsync(stolen), HttpStatusCode.OK);
        _front.Use(second);
        await _front.GetAsync("account");
        await Front.RefusedAsync(await RefreshAsync(stolen), HttpStatusCode.Unauthorized, "account.wrong-refresh-token");

        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        await Front.RefusedAsync(await RefreshAsync(second.GetProperty("refreshToken").GetString()!), HttpStatusCode.Unauthorized, "account.wrong-refresh-token");
    }

    [Fact]
    public async Task Of_many_exchanges_of_one_token_at_once_at_most_one_succeeds()
    {
        var token = (await _front.SignInAsync(_name)).GetProperty("refreshToken").GetString()!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(token)));

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), 0, 1);
    }

    [Fact]
    public async Task A_cookie_is_out_of_reach_of_scripts_and_changes_nothing_without_the_antiforgery_token()
    {
        var answer = await _front.TrySignInAsync(_name, Front.Password, mode: "cookie");
        var session = await Front.ReadAsync(answer, HttpStatusCode.Created);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("barometre_session=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.False(session.TryGetProperty("accessToken", out _));
        await _front.GetAsync("account");
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.Forbidden, "access.antiforgery-needed");

        _front.Headers.Add("X-Antiforgery-Token", session.GetProperty("antiforgeryToken").GetString());
        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.OK);
        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Delete, "sessions/current"), HttpStatusCode.NoContent);
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
    }

    [Fact]
    public async Task A_page_that_was_reloaded_asks_for_its_antiforgery_token_again()
    {
        await Front.ReadAsync(await _front.TrySignInAsync(_name, Front.Password, mode: "cookie"), HttpStatusCode.Created);

        _front.Headers.Add("X-Antiforgery-Token", (await _front.GetAsync("sessions/current")).GetProperty("antiforgeryToken").GetString());

        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Delete, "sessions"), HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_cookie_left_from_an_ended_session_does_not_stand_in_the_way_of_signing_in()
    {
        await Front.ReadAsync(await _front.TrySignInAsync(_name, Front.Password, mode: "cookie"), HttpStatusCode.Created);
        await installation.ExecuteAsync("UPDATE participation.account_session SET ended_at = now() WHERE mode = 'cookie'");

        await Front.ReadAsync(await _front.TrySignInAsync(_name, Front.Password, mode: "cookie"), HttpStatusCode.Created);
        await _front.GetAsync("account");
    }

    [Fact]
    public async Task A_token_that_we_did_not_make_is_nobodys()
    {
        _front.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "CfDJ8invented");

        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) => _front.SendAsync(HttpMethod.Post, "sessions/refresh", new { refreshToken });
}
