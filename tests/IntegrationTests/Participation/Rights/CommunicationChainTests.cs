using System.Globalization;
using System.Net;
using Barometre.Application.Participation.Register;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>LRSSS, s. 18 and 265: what was altered in a register of communications is seen.</summary>
[Collection(InstallationTests.Name)]
public sealed class CommunicationChainTests(Installation installation)
{
    private const string Line = "SELECT communication_id FROM participation.communication_link WHERE service_user_id = '{0}' AND number = 2";

    [Theory]
    [InlineData("UPDATE participation.communication SET purpose = 'research' WHERE service_user_id = '{0}' AND id = (" + Line + ")", 2)]
    [InlineData("UPDATE participation.communication SET tabs = tabs || 'plan'::text WHERE service_user_id = '{0}' AND id = (" + Line + ")", 2)]
    [InlineData("UPDATE participation.communication SET recipient_id = NULL, by_account = NULL, at = at + interval '1 microsecond' WHERE service_user_id = '{0}' AND id = (" + Line + ")", 2)]
    [InlineData("WITH gone AS (DELETE FROM participation.communication_link WHERE service_user_id = '{0}' AND number = 2) DELETE FROM participation.communication WHERE id = (" + Line + ")", 2)]
    [InlineData("WITH gone AS (DELETE FROM participation.communication_link WHERE service_user_id = '{0}') DELETE FROM participation.communication WHERE service_user_id = '{0}'", 1)]
    [InlineData("DELETE FROM participation.communication_link WHERE service_user_id = '{0}' AND number = 3", 3)]
    [InlineData("INSERT INTO participation.communication VALUES ('{0}', gen_random_uuid(), now(), 'print', '{{}}', 'authority', NULL, 'legal_duty', 'law', NULL)", 4)]
    [InlineData("UPDATE participation.communication_head SET number = 2 WHERE service_user_id = '{0}'", 3)]
    [InlineData("DELETE FROM participation.communication_head WHERE service_user_id = '{0}'", 1)]
    public async Task Whoever_alters_it_as_a_superuser_is_found_out(string alteration, long brokenAt)
    {
        var person = await WithThreeEntriesAsync();
        Assert.Equal(new RegisterVerdict(person, 3, null), await VerifyAsync(person));
        Assert.Equal(0, await VerifyRegisterVerb.VerifyAsync(installation.App, person));

        await installation.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, alteration, person));

        Assert.Equal(brokenAt, (await VerifyAsync(person)).FirstBreak);
        Assert.Equal(1, await VerifyRegisterVerb.VerifyAsync(installation.App, person));
        await installation.ExecuteAsync($"""
            DELETE FROM participation.communication_link WHERE service_user_id = '{person}';
            DELETE FROM participation.communication_head WHERE service_user_id = '{person}';
            DELETE FROM participation.communication WHERE service_user_id = '{person}';
            """);
    }

    [Fact]
    public async Task Many_at_once_stand_in_one_chain()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);

        var files = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => own.GetAsync(Export(person.ServiceUserId))));

        Assert.All(files, file => Assert.Equal(HttpStatusCode.OK, file.StatusCode));
        Assert.Equal(new RegisterVerdict(person.ServiceUserId, 20, null), await VerifyAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task Entries_that_came_without_a_chain_are_taken_into_it_in_their_order_and_once()
    {
        var person = await WithThreeEntriesAsync();
        await installation.ExecuteAsync($"""
            DELETE FROM participation.communication_link WHERE service_user_id = '{person}';
            DELETE FROM participation.communication_head WHERE service_user_id = '{person}';
            """);
        await using var connection = await installation.App.Services.GetRequiredService<Databases>().Worker.OpenConnectionAsync();
        await using var chain = new NpgsqlCommand(
            $"SELECT set_config('barometre.person', '{person}', false); SELECT participation.chain_communications('{person}'); SELECT participation.chain_communications('{person}')", connection);

        await chain.ExecuteNonQueryAsync();

        Assert.Equal(new RegisterVerdict(person, 3, null), await VerifyAsync(person));
        Assert.Equal(1L, await installation.OneAsync<long>($"""
            SELECT count(*) FROM (SELECT array_agg(l.communication_id ORDER BY l.number) = array_agg(l.communication_id ORDER BY c.at, c.id) AS same
              FROM participation.communication_link l JOIN participation.communication c ON c.service_user_id = l.service_user_id AND c.id = l.communication_id
             WHERE l.service_user_id = '{person}') chained WHERE same
            """));
    }

    [Theory]
    [InlineData(Databases.AppLogin, "INSERT INTO participation.communication_link SELECT * FROM participation.communication_link LIMIT 0")]
    [InlineData(Databases.AppLogin, "UPDATE participation.communication_head SET number = 1")]
    [InlineData(Databases.WorkerLogin, "DELETE FROM participation.communication_link")]
    [InlineData(Databases.WorkerLogin, "UPDATE participation.communication_link SET number = 1")]
    [InlineData(Databases.WorkerLogin, "INSERT INTO participation.communication_head SELECT * FROM participation.communication_head LIMIT 0")]
    public async Task No_login_of_the_program_writes_the_chain_past_the_functions(string login, string statement)
    {
        var databases = installation.App.Services.GetRequiredService<Databases>();
        await using var connection = await (login == Databases.AppLogin ? databases.App : databases.Worker).OpenConnectionAsync();
        await using var command = new NpgsqlCommand(statement, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static string Export(Guid person) => $"/api/v1/service-users/{person}/network/export";

    private async Task<Guid> WithThreeEntriesAsync()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        for (var i = 0; i < 3; i++)
        {
            await own.GetAsync(Export(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        }

        return person.ServiceUserId;
    }

    private Task<RegisterVerdict> VerifyAsync(Guid person) => installation.SendAsync(new VerifyRegisterQuery(person, ChainedRegister.Communications));
}
