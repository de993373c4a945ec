using Barometre.Application.Participation.Register;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.IntegrationTests.Schema;

/// <summary>An installation of before: what stood in its registers of communications is chained when it is renewed, also under an owner who may not look past the walls.</summary>
public sealed class ChainedBeforeTests : IAsyncLifetime
{
    // As it was before Participation/0024.
    private const string Before = """
        DROP POLICY chained ON participation.communication;
        DROP TABLE participation.communication_link, participation.communication_head;
        DROP FUNCTION participation.chain_communications;
        DELETE FROM platform.migration WHERE name = 'Participation/0023_chained_communications';
        """;

    private static readonly Guid Person = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly CommunicationLine First = new(
        Person, 1, Guid.Parse("00000000-0000-7000-8000-000000000003"), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(60), "print", ["plan", "network"], "account",
        Guid.Parse("00000000-0000-7000-8000-000000000004"), "accompaniment", "sharing", Guid.Parse("00000000-0000-7000-8000-000000000004"), []);

    private static readonly CommunicationLine Second = new(
        Person, 2, Guid.Parse("00000000-0000-7000-8000-000000000002"), new DateTime(2026, 1, 2, 3, 4, 6, DateTimeKind.Utc), "file", [], "authority", null, "legal_duty", "law", null, []);

    private readonly ScratchDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.CreateAsync(plainOwner: true);
        await using var databases = _database.Databases();
        await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);
        await ExecuteAsync(_database.ConnectionString, Before);
        await ExecuteAsync(_database.ServerString, $"INSERT INTO participation.communication VALUES {Row(Second)}, {Row(First)}");
    }

    public Task DisposeAsync() => _database.DropAsync();

    [Fact]
    public async Task What_was_entered_before_the_upgrade_is_chained_after_it_in_its_order()
    {
        await using var databases = _database.Databases();

        await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);

        var first = RegisterChain.Next([], First);
        await using var source = NpgsqlDataSource.Create(_database.ServerString);
        await using var links = source.CreateCommand("SELECT array_agg(hash ORDER BY number) FROM participation.communication_link");
        Assert.Equal([first, RegisterChain.Next(first, Second)], (byte[][])(await links.ExecuteScalarAsync())!);
        await using var end = source.CreateCommand($"SELECT number FROM participation.communication_head WHERE service_user_id = '{Person}' AND hash = (SELECT hash FROM participation.communication_link WHERE number = 2)");
        Assert.Equal(2L, await end.ExecuteScalarAsync());
        await using var walls = source.CreateCommand("SELECT relforcerowsecurity FROM pg_class WHERE oid = 'participation.communication'::regclass");
        Assert.Equal(true, await walls.ExecuteScalarAsync());
    }

    private static string Row(CommunicationLine line) => $$"""
        ('{{line.ServiceUserId}}', '{{line.Id}}', '{{line.At:O}}', '{{line.Form}}', ARRAY[{{string.Join(',', line.Tabs.Select(tab => $"'{tab}'"))}}]::text[], '{{line.RecipientKind}}', {{Id(line.RecipientId)}}, '{{line.Purpose}}', '{{line.Ground}}', {{Id(line.ByAccount)}})
        """;

    private static string Id(Guid? id) => id is null ? "NULL" : $"'{id}'";

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
