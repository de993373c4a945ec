using System.Net;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Participation;

/// <summary>A process of ours that was taken over can add to a register and take nothing back: the logins may call the function that appends, and no more.</summary>
[Collection(InstallationTests.Name)]
public sealed class RegistrarTests(Installation installation)
{
    private const string Append = "SELECT participation.enter_in_register('{0}', now(), NULL, NULL, NULL, 'operator', NULL, false, 'GetRecord')";

    public static TheoryData<string, string> Alterations()
    {
        string[] statements =
        [
            "INSERT INTO participation.register_entry SELECT * FROM participation.register_entry LIMIT 0",
            "UPDATE participation.register_entry SET use_case = 'x'",
            "DELETE FROM participation.register_entry",
            "TRUNCATE participation.register_entry",
            "INSERT INTO participation.register_head SELECT * FROM participation.register_head LIMIT 0",
            "UPDATE participation.register_head SET number = 1",
            "DELETE FROM participation.register_head",
            "TRUNCATE participation.register_head",
            "UPDATE participation.circle_fact SET kind = 'left'",
            "DELETE FROM participation.circle_fact",
        ];
        var all = new TheoryData<string, string>();
        foreach (var login in new[] { Databases.AppLogin, Databases.WorkerLogin })
        {
            foreach (var statement in statements)
            {
                all.Add(login, statement);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task No_login_of_the_program_writes_it_past_the_function(string login, string statement)
    {
        var person = await WithOneEntryAsync();
        await using var connection = await AsAsync(login, person);
        await using var command = new NpgsqlCommand(statement, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData(Databases.AppLogin)]
    [InlineData(Databases.WorkerLogin)]
    public async Task Through_the_function_a_login_appends_to_the_open_record_alone(string login)
    {
        var (person, other) = (await WithOneEntryAsync(), await WithOneEntryAsync());
        await using var connection = await AsAsync(login, person);

        await using var own = new NpgsqlCommand(Format(Append, person), connection);
        await using var stranger = new NpgsqlCommand(Format(Append, other), connection);

        Assert.Equal(2L, await own.ExecuteScalarAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => stranger.ExecuteScalarAsync())).SqlState);
        Assert.Equal(2L, await installation.OneAsync<long>($"SELECT number FROM participation.register_head WHERE service_user_id = '{person}'"));
        Assert.Equal(1L, await installation.OneAsync<long>($"SELECT number FROM participation.register_head WHERE service_user_id = '{other}'"));
    }

    [Fact]
    public async Task Names_of_the_callers_own_do_not_mislead_the_function()
    {
        var person = await WithOneEntryAsync();
        await using var connection = await AsAsync(Databases.AppLogin, person);
        await using var command = new NpgsqlCommand(
            "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT ''forged''::bytea'; SET search_path = pg_temp, pg_catalog; " + Format(Append, person), connection);

        await command.ExecuteNonQueryAsync();

        Assert.Equal(32, await installation.OneAsync<int>($"SELECT length(hash) FROM participation.register_head WHERE service_user_id = '{person}'"));
    }

    private async Task<Guid> WithOneEntryAsync()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        await practitioner.GetAsync($"/api/v1/service-users/{person.ServiceUserId}").AnswersAsync(HttpStatusCode.OK);
        return person.ServiceUserId;
    }

    private async Task<NpgsqlConnection> AsAsync(string login, Guid person)
    {
        var databases = installation.App.Services.GetRequiredService<Databases>();
        var connection = await (login == Databases.AppLogin ? databases.App : databases.Worker).OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SELECT set_config('barometre.person', '{person}', false)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static string Format(string statement, Guid person) => string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, person);
}
