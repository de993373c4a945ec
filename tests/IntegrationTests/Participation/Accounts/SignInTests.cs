using System.Diagnostics;
using System.Net;
using System.Text;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class SignInTests(Installation installation) : IDisposable
{
    private readonly Front _front = new(installation);
    private readonly string _name = Front.NewName();

    public void Dispose() => _front.Dispose();

    [Fact]
    public async Task A_chosen_name_and_a_password_open_a_session()
    {
        var account = await _front.RegisterAsync(_name);

        var session = await _front.SignInAsync($"  {_name.ToUpperInvariant()} ");
        var own = await _front.GetAsync("account");

        Assert.Equal(account, session.GetProperty("accountId").GetGuid());
        Assert.False(session.GetProperty("strong").GetBoolean());
        Assert.Equal(_name, own.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_stolen_database_shows_no_name_and_no_password()
    {
        var account = await _front.RegisterAsync(_name);

        await using var command = installation.Owner.CreateCommand($"SELECT to_jsonb(a)::text, name_sealed, password_hash FROM participation.account a WHERE id = '{account}'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Assert.DoesNotContain(_name, reader.GetString(0), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_name, Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(1)), StringComparison.OrdinalIgnoreCase);
        var hash = Convert.FromBase64String(reader.GetString(2));
        Assert.Equal(2, hash[4]);
        Assert.Equal(210_000, (hash[5] << 24) | (hash[6] << 16) | (hash[7] << 8) | hash[8]);
    }

    [Fact]
    public async Task A_name_is_taken_once_however_it_is_written()
    {
        await _front.RegisterAsync(_name);

        var again = await _front.SendAsync(HttpMethod.Post, "account", new { name = $" {_name.ToUpperInvariant()}", password = Front.Password });

        await Front.RefusedAsync(again, HttpStatusCode.Conflict, "account.name-taken");
    }

    [Theory]
    [InlineData("sept777", "account.password-too-short")]
    [InlineData("motdepasse", "account.password-too-common")]
    [InlineData("Password123!", "account.password-too-common")]
    [InlineData("abababababab", "account.password-too-common")]
    public async Task A_weak_password_is_refused(string password, string code)
    {
        await Front.RefusedAsync(await _front.SendAsync(HttpMethod.Post, "account", new { name = _name, password }), HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task The_accounts_own_name_is_refused_as_a_password()
    {
        await Front.RefusedAsync(
            await _front.SendAsync(HttpMethod.Post, "account", new { name = _name, password = $"{_name}!" }), HttpStatusCode.Conflict, "account.password-is-name");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_answer_alike_and_as_late()
    {
        await _front.RegisterAsync(_name);
        await _front.TrySignInAsync(Front.NewName(), "rien de tout cela");

        var (wrong, wrongTime) = await TimedAsync(_name);
        var (unknown, unknownTime) = await TimedAsync(Front.NewName());

        await Front.RefusedAsync(wrong, HttpStatusCode.Unauthorized, "account.wrong-name-or-password");
        await Front.RefusedAsync(unknown, HttpStatusCode.Unauthorized, "account.wrong-name-or-password");
        // The hash is nearly all of the time; a shortcut would answer some fifty times sooner.
        Assert.InRange(unknownTime / wrongTime, 0.3, 3);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_not_this_one()
    {
        await _front.RegisterAsync(_name);
        using var other = new Front(installation);
        await other.SignInAsync(_name);
        await _front.SignInAsync(_name);

        await Front.RefusedAsync(
            await _front.SendAsync(HttpMethod.Put, "account/password", new { currentPassword = "autre chose", newPassword = "quatre petits chats" }),
            HttpStatusCode.Forbidden, "account.wrong-name-or-password");
        await Front.ReadAsync(
            await _front.SendAsync(HttpMethod.Put, "account/password", new { currentPassword = Front.Password, newPassword = "quatre petits chats" }), HttpStatusCode.NoContent);

        await _front.GetAsync("account");
        await Front.RefusedAsync(await other.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        await other.SignInAsync(_name, "quatre petits chats");
    }

    // The fastest of several: what else the machine does only adds.
    private async Task<(HttpResponseMessage Last, double Milliseconds)> TimedAsync(string name)
    {
        var fastest = double.MaxValue;
        HttpResponseMessage? last = null;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            last = await _front.TrySignInAsync(name, "rien de tout cela");
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (last!, fastest);
    }
}
