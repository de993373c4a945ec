using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.IntegrationTests.Schema;

/// <summary>An installation of before: whom people kept out stays kept out when it is renewed, also under an owner who may not look past the walls.</summary>
public sealed class RestrictedBeforeTests : IAsyncLifetime
{
    // As it was before Participation/0021.
    private const string Before = """
        DROP TRIGGER noted ON participation.restriction;
        DROP FUNCTION participation.note_restriction, participation.require_standing(uuid, uuid, uuid, timestamptz, uuid, text);
        ALTER TABLE participation.restriction DROP CONSTRAINT restriction_service_user_id_fkey;
        ALTER TABLE participation.service_user DROP COLUMN ever_restricted;
        DELETE FROM platform.migration WHERE name = 'Participation/0021_one_question';
        """;

    private static readonly Guid Keeping = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Open = Guid.Parse("00000000-0000-7000-8000-000000000002");

    private readonly ScratchDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.CreateAsync(plainOwner: true);
        await using var databases = _database.Databases();
        await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);
        await ExecuteAsync(_database.ConnectionString, Before);
        await ExecuteAsync(_database.ServerString, $"""
            INSERT INTO participation.service_user (service_user_id, called_name_sealed, language, opened_at, version) VALUES ('{Keeping}', '', 'fr', now(), 1), ('{Open}', '', 'fr', now(), 1);
            INSERT INTO participation.restriction (service_user_id, id, role, by, ground, since) VALUES ('{Keeping}', gen_random_uuid(), 'practitioner', '{Keeping}', 'person', now());
            """);
    }

    public Task DisposeAsync() => _database.DropAsync();

    [Fact]
    public async Task Whoever_kept_somebody_out_before_the_upgrade_is_known_after_it()
    {
        await using var databases = _database.Databases();

        await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);

        await using var source = NpgsqlDataSource.Create(_database.ServerString);
        await using var command = source.CreateCommand("SELECT array_agg(service_user_id) FROM participation.service_user WHERE ever_restricted");
        Assert.Equal([Keeping], (Guid[])(await command.ExecuteScalarAsync())!);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
