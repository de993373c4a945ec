using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class SecondFactorTests(Installation installation) : IAsyncLifetime, IDisposable
{
    private readonly Front _front = new(installation);
    private readonly string _name = Front.NewName();

    public Task InitializeAsync() => _front.RegisterAsync(_name);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _front.Dispose();

    [Fact]
    public async Task Once_confirmed_the_authenticator_is_asked_for_and_makes_a_strong_session()
    {
        var (authenticator, _) = await EnrolAsync();

        await Front.RefusedAsync(await _front.TrySignInAsync(_name, Front.Password), HttpStatusCode.Unauthorized, "account.code-needed");
        await Front.RefusedAsync(await _front.TrySignInAsync(_name, Front.Password, authenticator.SameCodeAgain()), HttpStatusCode.Unauthorized, "account.wrong-code");
        var session = await _front.SignInAsync(_name, code: authenticator.Code());

        Assert.True(session.GetProperty("strong").GetBoolean());
    }

    [Fact]
    public async Task An_authenticator_that_was_not_confirmed_does_not_count()
    {
        await _front.SignInAsync(_name);
        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Post, "account/authenticator"), HttpStatusCode.OK);

        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "account/authenticator/confirmation", new { code = "12345" }), HttpStatusCode.Conflict, "account.wrong-code");

        await _front.SignInAsync(_name);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_authenticator_once()
    {
        var (_, codes) = await EnrolAsync();

        var session = await Front.ReadAsync(await _front.TrySignInAsync(_name, Front.Password, recoveryCode: codes[0].ToLowerInvariant()), HttpStatusCode.Created);
        var again = await _front.TrySignInAsync(_name, Front.Password, recoveryCode: codes[0]);

        Assert.Equal(10, codes.Length);
        Assert.True(session.GetProperty("strong").GetBoolean());
        await Front.RefusedAsync(again, HttpStatusCode.Unauthorized, "account.wrong-code");
        Assert.Equal(9, (await _front.GetAsync("account")).GetProperty("recoveryCodes").GetInt32());
    }

    [Fact]
    public async Task A_session_opened_before_the_authenticator_cannot_change_it()
    {
        using var thief = new Front(installation);
        await thief.SignInAsync(_name);
        await EnrolAsync();

        await Front.RefusedAsync(await thief.SendAsync(HttpMethod.Delete, "account/authenticator"), HttpStatusCode.Forbidden, "account.strong-session-needed");
        await Front.RefusedAsync(await thief.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.Forbidden, "account.strong-session-needed");
        await Front.RefusedAsync(await thief.SendAsync(HttpMethod.Get, "account/passkeys/challenge"), HttpStatusCode.Forbidden, "account.strong-session-needed");
    }

    [Fact]
    public async Task Once_removed_the_password_alone_opens_a_session_again()
    {
        await EnrolAsync();

        await Front.ReadAsync(await _front.SendAsync(HttpMethod.Delete, "account/authenticator"), HttpStatusCode.NoContent);

        Assert.False((await _front.SignInAsync(_name)).GetProperty("strong").GetBoolean());
    }

    [Fact]
    public async Task Six_digits_cannot_be_guessed_in_a_row()
    {
        await EnrolAsync();
        using var stranger = new Front(installation);

        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 14; i++)
        {
            answers.Add((await stranger.TrySignInAsync(_name, Front.Password, "12345")).StatusCode);
        }

        Assert.InRange(answers.Count(status => status == HttpStatusCode.Unauthorized), 10, 11);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Staff_need_a_second_factor_and_a_long_password_outside_the_demonstration()
    {
        var project = await installation.ProjectAsync(demonstration: false);
        var name = Front.NewName();
        using var front = new Front(installation);
        var account = await front.RegisterAsync(name, "neuf ours");
        await GiveAsync(account, Role.Coordinator, project);

        await front.SignInAsync(name, "neuf ours");
        await Front.RefusedAsync(await KeysAsync(front, project), HttpStatusCode.Forbidden, "access.second-factor-needed");
        await EnrolAsync(front);
        await Front.RefusedAsync(await KeysAsync(front, project), HttpStatusCode.Forbidden, "account.longer-password-needed");
        await Front.RefusedAsync(
            await front.SendAsync(HttpMethod.Put, "account/password", new { currentPassword = "neuf ours", newPassword = "dix ours gris" }), HttpStatusCode.Conflict, "account.password-too-short");
        await Front.ReadAsync(
            await front.SendAsync(HttpMethod.Put, "account/password", new { currentPassword = "neuf ours", newPassword = "dix ours gris et blancs" }), HttpStatusCode.NoContent);

        await Front.ReadAsync(await KeysAsync(front, project), HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> KeysAsync(Front front, Guid project) => front.SendAsync(HttpMethod.Get, $"projects/{project}/integrator-keys");

    private Task GiveAsync(Guid account, Role role, Guid project) => installation.ExecuteAsync(
        $"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{account}', '{project}', '{Infrastructure.Shared.Words.Of(role)}', now())");

    private async Task<(Authenticator Authenticator, string[] Codes)> EnrolAsync()
    {
        await _front.SignInAsync(_name);
        return await EnrolAsync(_front);
    }

    private static async Task<(Authenticator Authenticator, string[] Codes)> EnrolAsync(Front front)
    {
        var secret = await Front.ReadAsync(await front.SendAsync(HttpMethod.Post, "account/authenticator"), HttpStatusCode.OK);
        var authenticator = new Authenticator(secret.GetProperty("secret").GetString()!);
        var confirmed = await Front.ReadAsync(await front.SendAsync(HttpMethod.Post, "account/authenticator/confirmation", new { code = authenticator.Code() }), HttpStatusCode.OK);
        return (authenticator, [.. confirmed.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)]);
    }
}
