using System.Net;
using System.Text.Json;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class PasskeyTests(Installation installation) : IAsyncLifetime, IDisposable
{
    private readonly Front _front = new(installation);
    private readonly Front _phone = new(installation);
    private readonly SoftwareAuthenticator _authenticator = new(installation.Address);
    private readonly string _name = Front.NewName();
    private Guid _account;

    public async Task InitializeAsync()
    {
        _account = await _front.RegisterAsync(_name);
        await _front.SignInAsync(_name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _front.Dispose();
        _phone.Dispose();
        _authenticator.Dispose();
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_name_and_makes_a_strong_session()
    {
        await Front.ReadAsync(await AddAsync(await ChallengeNewAsync()), HttpStatusCode.Created);

        var session = await Front.ReadAsync(await SignInAsync(await _phone.GetAsync("sessions/passkey/challenge")), HttpStatusCode.Created);
        _phone.Use(session);
        var listed = (await _phone.GetAsync("account/passkeys"))[0];

        Assert.Equal(_account, session.GetProperty("accountId").GetGuid());
        Assert.True(session.GetProperty("strong").GetBoolean());
        Assert.Equal(("téléphone", _authenticator.Id), (listed.GetProperty("name").GetString(), listed.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_challenge_works_once()
    {
        await Front.ReadAsync(await AddAsync(await ChallengeNewAsync()), HttpStatusCode.Created);
        var challenge = await _phone.GetAsync("sessions/passkey/challenge");
        await Front.ReadAsync(await SignInAsync(challenge), HttpStatusCode.Created);

        await Front.RefusedAsync(await SignInAsync(challenge), HttpStatusCode.Unauthorized, "account.wrong-passkey");
    }

    [Fact]
    public async Task A_challenge_for_one_account_adds_nothing_to_another()
    {
        var name = Front.NewName();
        await _phone.RegisterAsync(name);
        await _phone.SignInAsync(name);
        var challenge = await ChallengeNewAsync();

        var refused = await _phone.SendAsync(HttpMethod.Post, "account/passkeys", new { state = State(challenge), credential = _authenticator.Create(Options(challenge)), name = "autre" });

        await Front.RefusedAsync(refused, HttpStatusCode.Conflict, "account.wrong-passkey");
    }

    [Fact]
    public async Task A_passkey_of_another_site_is_refused()
    {
        using var elsewhere = new SoftwareAuthenticator(new Uri("https://ailleurs.example"));
        var challenge = await ChallengeNewAsync();

        var refused = await _front.SendAsync(HttpMethod.Post, "account/passkeys", new { state = State(challenge), credential = elsewhere.Create(Options(challenge)), name = "leurre" });

        await Front.RefusedAsync(refused, HttpStatusCode.Conflict, "account.wrong-passkey");
    }

    [Theory]
    [InlineData("https://ailleurs.example", true)]
    [InlineData("https://ailleurs.example", false)]
    public async Task What_a_passkey_says_to_another_origin_signs_nobody_in(string origin, bool asTheirs)
    {
        await Front.ReadAsync(await AddAsync(await ChallengeNewAsync()), HttpStatusCode.Created);
        var challenge = await _phone.GetAsync("sessions/passkey/challenge");
        _authenticator.ShownAt = new Uri(origin);
        if (asTheirs)
        {
            // A page elsewhere that sends what its visitor's authenticator said there.
            _phone.Headers.Remove("Origin");
            _phone.Headers.Add("Origin", origin);
        }

        await Front.RefusedAsync(await SignInAsync(challenge), HttpStatusCode.Unauthorized, "account.wrong-passkey");
        _authenticator.ShownAt = installation.Address;
        _phone.Headers.Remove("Origin");
        _phone.Headers.Add("Origin", installation.Address.GetLeftPart(UriPartial.Authority));
        await Front.ReadAsync(await SignInAsync(await _phone.GetAsync("sessions/passkey/challenge")), HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_passkey_nobody_added_signs_nobody_in()
    {
        _authenticator.Create(Options(await ChallengeNewAsync()));

        await Front.RefusedAsync(await SignInAsync(await _phone.GetAsync("sessions/passkey/challenge")), HttpStatusCode.Unauthorized, "account.wrong-passkey");
    }

    [Fact]
    public async Task Once_removed_a_passkey_signs_in_no_more()
    {
        await Front.ReadAsync(await AddAsync(await ChallengeNewAsync()), HttpStatusCode.Created);
        _phone.Use(await Front.ReadAsync(await SignInAsync(await _phone.GetAsync("sessions/passkey/challenge")), HttpStatusCode.Created));

        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Delete, $"account/passkeys/{_authenticator.Id}"), HttpStatusCode.Forbidden, "account.strong-session-needed");
        await Front.ReadAsync(await _phone.SendAsync(HttpMethod.Delete, $"account/passkeys/{_authenticator.Id}"), HttpStatusCode.NoContent);

        await Front.RefusedAsync(await SignInAsync(await _phone.GetAsync("sessions/passkey/challenge")), HttpStatusCode.Unauthorized, "account.wrong-passkey");
    }

    private Task<JsonElement> ChallengeNewAsync() => _front.GetAsync("account/passkeys/challenge");

    private Task<HttpResponseMessage> AddAsync(JsonElement challenge) =>
        _front.SendAsync(HttpMethod.Post, "account/passkeys", new { state = State(challenge), credential = _authenticator.Create(Options(challenge)), name = "téléphone" });

    private Task<HttpResponseMessage> SignInAsync(JsonElement challenge) =>
        _phone.SendAsync(HttpMethod.Post, "sessions/passkey", new { state = State(challenge), credential = _authenticator.Get(Options(challenge)), mode = "token" });

    private static string State(JsonElement challenge) => challenge.GetProperty("state").GetString()!;

    private static JsonElement Options(JsonElement challenge) => challenge.GetProperty("options");
}
