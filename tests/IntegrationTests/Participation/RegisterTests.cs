using System.Net;
using Barometre.Application.Participation.Register;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.WebApi.Verbs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class RegisterTests(Installation installation)
{
    [Fact]
    public async Task The_person_reads_who_looked_in_plain_words_as_soon_as_they_did()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        await practitioner.GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);

        var register = await person.Account.Client(installation).JsonAsync(Register(person.ServiceUserId));

        var line = Assert.Single(register.GetProperty("items").EnumerateArray());
        Assert.Equal(("Compte inventé", "Organisme inventé", 1), (line.GetProperty("who").GetString(), line.GetProperty("organisation").GetString(), line.GetProperty("number").GetInt32()));
        Assert.Equal("a ouvert la première page de votre dossier", line.GetProperty("what").GetProperty("fr").GetString());
        Assert.Equal("as a practitioner of your circle", line.GetProperty("why").GetProperty("en").GetString());
        Assert.False(line.GetProperty("wrote").GetBoolean());
    }

    [Fact]
    public async Task The_persons_own_acts_are_not_in_it_and_nobody_else_reads_it()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);

        await own.GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);

        Assert.Empty((await own.JsonAsync(Register(person.ServiceUserId))).GetProperty("items").EnumerateArray());
        await practitioner.GetAsync(Register(person.ServiceUserId)).AnswersAsync(HttpStatusCode.Forbidden);
        await (await installation.PersonAsync()).Account.Client(installation).GetAsync(Register(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Opening_a_record_and_putting_somebody_forward_are_in_it()
    {
        var project = await installation.ProjectAsync();
        var opener = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var person = await opener.OpenedAsync(project);
        var (forward, coordinator) = (await installation.RoleAsync(Role.Practitioner, project), (await installation.RoleAsync(Role.Coordinator, project)).Client(installation));
        await coordinator.PutAsync(
            $"/api/v1/projects/{project}/service-users/{person}/circle/{Guid.CreateVersion7()}", new { accountId = forward.AccountId, role = "practitioner", sharing = Calls.Sharing() })
            .AnswersAsync(HttpStatusCode.NoContent);
        var own = (await installation.ClaimedAsync(opener, person)).Client(installation);

        var lines = (await own.JsonAsync(Register(person))).GetProperty("items").EnumerateArray().Select(line => (line.GetProperty("useCase").GetString(), line.GetProperty("ground").GetString()));

        Assert.Equal([("IssueClaimCode", "practitioner"), ("PutForward", "coordinator"), ("OpenRecord", "practitioner")], lines);
        Assert.Null((await VerifyAsync(person)).FirstBreak);
    }

    [Fact]
    public async Task Fifty_readers_at_once_make_fifty_chained_entries_and_pages_show_each_once()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);

        var reads = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => practitioner.GetAsync(Record(person.ServiceUserId))));

        Assert.All(reads, read => Assert.Equal(HttpStatusCode.OK, read.StatusCode));
        Assert.Equal(new RegisterVerdict(person.ServiceUserId, 50, null), await VerifyAsync(person.ServiceUserId));
        List<long> numbers = [];
        for (var (cursor, own) = ("", person.Account.Client(installation)); cursor is not null;)
        {
            var page = await own.JsonAsync($"{Register(person.ServiceUserId)}?limit=20{cursor}");
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("number").GetInt64()));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(Enumerable.Range(1, 50).Reverse().Select(number => (long)number), numbers);
    }

    [Theory]
    [InlineData("UPDATE participation.register_entry SET use_case = 'GetCircle' WHERE service_user_id = '{0}' AND number = 2", 2)]
    [InlineData("UPDATE participation.register_entry SET at = at + interval '1 microsecond' WHERE service_user_id = '{0}' AND number = 3", 3)]
    [InlineData("UPDATE participation.register_entry SET account_id = NULL WHERE service_user_id = '{0}' AND number = 1", 1)]
    [InlineData("DELETE FROM participation.register_entry WHERE service_user_id = '{0}' AND number = 2", 2)]
    [InlineData("DELETE FROM participation.register_entry WHERE service_user_id = '{0}' AND number = 4", 4)]
    [InlineData("DELETE FROM participation.register_entry WHERE service_user_id = '{0}'", 1)]
    [InlineData("UPDATE participation.register_head SET number = 3 WHERE service_user_id = '{0}'", 4)]
    [InlineData("DELETE FROM participation.register_head WHERE service_user_id = '{0}'", 1)]
    public async Task Whoever_alters_it_as_a_superuser_is_found_out(string alteration, long brokenAt)
    {
        var person = await WithFourEntriesAsync();
        Assert.Equal(0, await VerifyRegisterVerb.VerifyAsync(installation.App, person));

        await installation.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, alteration, person));

        Assert.Equal(brokenAt, (await VerifyAsync(person)).FirstBreak);
        Assert.Equal(1, await VerifyRegisterVerb.VerifyAsync(installation.App, person));
        await installation.ExecuteAsync($"DELETE FROM participation.register_entry WHERE service_user_id = '{person}'; DELETE FROM participation.register_head WHERE service_user_id = '{person}'");
    }

    [Fact]
    public async Task Every_register_of_the_installation_is_verified()
    {
        var person = await WithFourEntriesAsync();

        Assert.Contains(person, await AsInstallationAsync(new ListRegistersQuery()));
        Assert.Equal(0, await VerifyRegisterVerb.VerifyAsync(installation.App, null));
    }

    private static string Record(Guid person) => $"/api/v1/service-users/{person}";

    private static string Register(Guid person) => $"/api/v1/service-users/{person}/register";

    private async Task<Guid> WithFourEntriesAsync()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        for (var i = 0; i < 4; i++)
        {
            await practitioner.GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        }

        return person.ServiceUserId;
    }

    private Task<RegisterVerdict> VerifyAsync(Guid person) => AsInstallationAsync(new VerifyRegisterQuery(person));

    private async Task<T> AsInstallationAsync<T>(IQuery<T> query)
    {
        await using var scope = installation.App.InstallationScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query);
    }
}
