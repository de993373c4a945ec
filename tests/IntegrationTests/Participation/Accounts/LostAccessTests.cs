using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Accounts;

[Collection(InstallationTests.Name)]
public sealed class LostAccessTests(Installation installation) : IDisposable
{
    private const string NewPassword = "un nouveau départ tranquille";
    private readonly Front _person = new(installation);
    private readonly string _name = Front.NewName();

    public void Dispose() => _person.Dispose();

    [Fact]
    public async Task A_practitioner_of_the_circle_lets_the_person_back_in_and_the_register_shows_it()
    {
        var person = await PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        var session = await _person.SignInAsync(_name);

        var code = await IssueAsync(practitioner, person.ServiceUserId);
        using var library = new Front(installation);
        var recovered = await Front.ReadAsync(await RecoverAsync(library, code), HttpStatusCode.OK);

        Assert.Equal(_name, recovered.GetProperty("name").GetString());
        await library.SignInAsync(_name, NewPassword);
        await Front.RefusedAsync(await _person.SendAsync(HttpMethod.Get, "account"), HttpStatusCode.Unauthorized, "access.not-signed-in");
        await Front.RefusedAsync(
            await _person.SendAsync(HttpMethod.Post, "sessions/refresh", new { refreshToken = session.GetProperty("refreshToken").GetString() }), HttpStatusCode.Unauthorized, "account.wrong-refresh-token");
        await using var entry = installation.Owner.CreateCommand(
            $"SELECT account_id FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}' AND use_case = 'IssueAccessCode'");
        Assert.Equal(practitioner.AccountId, await entry.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_code_works_once_and_a_newer_one_replaces_it()
    {
        var person = await PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        var first = await IssueAsync(practitioner, person.ServiceUserId);
        var second = await IssueAsync(practitioner, person.ServiceUserId);

        await Front.RefusedAsync(await RecoverAsync(_person, first), HttpStatusCode.Unauthorized, "account.wrong-code");
        await Front.ReadAsync(await RecoverAsync(_person, second), HttpStatusCode.OK);
        await Front.RefusedAsync(await RecoverAsync(_person, second), HttpStatusCode.Unauthorized, "account.wrong-code");
    }

    [Fact]
    public async Task A_code_whose_time_has_passed_opens_nothing()
    {
        var person = await PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        var code = await IssueAsync(practitioner, person.ServiceUserId);
        await installation.ExecuteAsync($"UPDATE participation.one_time_code SET expires_at = now() WHERE service_user_id = '{person.ServiceUserId}'");

        await Front.RefusedAsync(await RecoverAsync(_person, code), HttpStatusCode.Unauthorized, "account.wrong-code");
    }

    [Fact]
    public async Task A_refused_password_leaves_the_code_good()
    {
        var person = await PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        var code = await IssueAsync(practitioner, person.ServiceUserId);

        await Front.RefusedAsync(await RecoverAsync(_person, code, "motdepasse"), HttpStatusCode.Conflict, "account.password-too-common");

        await Front.ReadAsync(await RecoverAsync(_person, code), HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("kept out")]
    [InlineData("frozen")]
    [InlineData("closed")]
    [InlineData("removed")]
    [InlineData("role ended")]
    public async Task A_code_is_worth_no_more_than_the_place_of_whoever_made_it(string since)
    {
        var person = await PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var place = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.None, person.ProjectId);
        var code = await IssueAsync(practitioner, person.ServiceUserId);
        await _person.SignInAsync(_name);
        var at = $"service-users/{person.ServiceUserId}";
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());

        await (since switch
        {
            "kept out" => Calls.AnswersAsync(_person.SendAsync(HttpMethod.Put, $"{at}/restrictions/{id}", new { accountId = practitioner.AccountId }), HttpStatusCode.NoContent),
            "frozen" => Calls.AnswersAsync(_person.SendAsync(HttpMethod.Put, $"{at}/freezes/{id}", new { }), HttpStatusCode.NoContent),
            "closed" => Calls.AnswersAsync(
                _person.SendAsync(HttpMethod.Put, $"{at}/consents/answers/{id}", new { kind = "care", subject = "", agrees = false, at = now }), HttpStatusCode.OK),
            "removed" => Calls.AnswersAsync(_person.SendAsync(HttpMethod.Delete, $"{at}/circle/{place}"), HttpStatusCode.NoContent),
            _ => installation.ExecuteAsync($"UPDATE participation.role_assignment SET until = now() WHERE account_id = '{practitioner.AccountId}'"),
        });

        using var other = new Front(installation);
        await Front.RefusedAsync(await RecoverAsync(other, code), HttpStatusCode.Unauthorized, "account.wrong-code");
        await _person.SignInAsync(_name);
        Assert.Equal(HttpStatusCode.OK, (await _person.SendAsync(HttpMethod.Get, "account")).StatusCode);
    }

    [Fact]
    public async Task Nobody_but_a_practitioner_of_the_circle_makes_such_a_code()
    {
        var person = await PersonAsync();
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute);
        var colleague = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var path = $"/api/v1/service-users/{person.ServiceUserId}/access-codes";
        await _person.SignInAsync(_name);

        Assert.Equal(HttpStatusCode.Forbidden, (await relative.Client(installation).PostAsync(path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Client(installation).PostAsync(path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _person.SendAsync(HttpMethod.Post, $"service-users/{person.ServiceUserId}/access-codes")).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_kept_at_home_sets_a_new_password_with_the_name()
    {
        await _person.RegisterAsync(_name);
        await _person.SignInAsync(_name);
        var codes = (await Front.ReadAsync(await _person.SendAsync(HttpMethod.Post, "account/recovery-codes"), HttpStatusCode.OK)).GetProperty("codes");

        await Front.RefusedAsync(await RecoverAsync(_person, codes[0].GetString()!, name: Front.NewName()), HttpStatusCode.Unauthorized, "account.wrong-code");
        await Front.ReadAsync(await RecoverAsync(_person, codes[0].GetString()!, name: _name), HttpStatusCode.OK);

        await _person.SignInAsync(_name, NewPassword);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_at_will()
    {
        using var stranger = new Front(installation);
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 25; i++)
        {
            answers.Add((await RecoverAsync(stranger, "0000-0000-0000")).StatusCode);
        }

        Assert.InRange(answers.Count(status => status == HttpStatusCode.Unauthorized), 20, 22);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private async Task<Given.Person> PersonAsync()
    {
        var person = await installation.PersonAsync();
        var account = await _person.RegisterAsync(_name);
        await installation.ExecuteAsync($"UPDATE participation.service_user SET account_id = '{account}' WHERE service_user_id = '{person.ServiceUserId}'");
        return person;
    }

    private async Task<string> IssueAsync(Given.SignedIn practitioner, Guid serviceUserId)
    {
        var issued = await Front.ReadAsync(await practitioner.Client(installation).PostAsync($"/api/v1/service-users/{serviceUserId}/access-codes", null), HttpStatusCode.Created);
        return issued.GetProperty("code").GetString()!;
    }

    private static Task<HttpResponseMessage> RecoverAsync(Front front, string code, string newPassword = NewPassword, string? name = null) =>
        front.SendAsync(HttpMethod.Post, "account/recovery", new { code, newPassword, name });
}
