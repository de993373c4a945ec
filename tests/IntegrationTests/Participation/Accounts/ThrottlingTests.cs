using System.Net;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class ThrottlingTests(Installation installation) : IDisposable
{
    private readonly Front _person = new(installation);
    private readonly Front _stranger = new(installation);
    private readonly string _name = Front.NewName();

    public void Dispose()
    {
        _person.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task Two_hundred_guesses_of_a_stranger_do_not_delay_the_person_on_their_own_device()
    {
        await _person.RegisterAsync(_name);
        var device = (await _person.SignInAsync(_name)).GetProperty("device").GetString();

        var answers = await GuessAsync(200);

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests));
        // Ten at once, then one every two minutes.
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized), 10, 12);
        Assert.All(answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests), answer => Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero));
        await _person.SignInAsync(_name, device: device);
        // From their usual address without the device's secret, too.
        await _person.SignInAsync(_name);
    }

    [Fact]
    public async Task Behind_one_address_with_the_stranger_the_persons_device_still_signs_in()
    {
        await _stranger.RegisterAsync(_name);
        await Front.ReadAsync(await _stranger.TrySignInAsync(_name, Front.Password, mode: "cookie"), HttpStatusCode.Created);
        var device = _stranger.Cookies.GetAllCookies()["barometre_device"]!.Value;
        _stranger.Cookies.GetAllCookies()["barometre_device"]!.Expired = true;

        await GuessAsync(200);

        await Front.RefusedAsync(await _stranger.TrySignInAsync(_name, Front.Password), HttpStatusCode.TooManyRequests, "account.too-many-attempts");
        await _stranger.SignInAsync(_name, device: device);
    }

    [Fact]
    public async Task The_secret_of_another_persons_device_gives_no_tries_of_its_own()
    {
        await _person.RegisterAsync(_name);
        var own = Front.NewName();
        await _stranger.RegisterAsync(own);
        var device = (await _stranger.SignInAsync(own)).GetProperty("device").GetString();

        var answers = await GuessAsync(15, device);

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_device_has_few_tries_as_well()
    {
        await _stranger.RegisterAsync(_name);
        var device = (await _stranger.SignInAsync(_name)).GetProperty("device").GetString();

        var answers = await GuessAsync(15, device);

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized), 10, 11);
    }

    [Fact]
    public async Task Addresses_and_names_are_not_kept_to_be_read()
    {
        await GuessAsync(1);

        await using var command = installation.Owner.CreateCommand("SELECT count(*) FROM participation.attempt_bucket WHERE octet_length(key) <> 32");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    private async Task<List<HttpResponseMessage>> GuessAsync(int times, string? device = null)
    {
        List<HttpResponseMessage> answers = [];
        for (var i = 0; i < times; i++)
        {
            answers.Add(await _stranger.TrySignInAsync(_name, $"devinette numéro {i}", device: device));
        }

        return answers;
    }
}
