using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Barometre.IntegrationTests;

/// <summary>An empty database of a test's own, dropped afterwards; owned by whom the test says.</summary>
internal sealed class ScratchDatabase
{
    private readonly string _name = $"barometre_{Guid.CreateVersion7():n}";
    private string? _owner;

    public static string Server => Environment.GetEnvironmentVariable("BAROMETRE_TEST_DATABASE")
        ?? throw new InvalidOperationException("BAROMETRE_TEST_DATABASE is not set. Run build/test, which starts a private PostgreSQL, or name an owner connection string.");

    /// <summary>As its owner.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>As whoever may do everything on the server.</summary>
    public string ServerString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    /// <summary>With <paramref name="plainOwner"/>, the owner is a role of its own that may make roles and nothing else: no superuser, not above row-level security.</summary>
    public async Task CreateAsync(bool plainOwner = false)
    {
        ConnectionString = ServerString;
        await using var source = NpgsqlDataSource.Create(Server);
        if (plainOwner)
        {
            _owner = $"owner_{Guid.CreateVersion7():n}";
            var password = new NpgsqlConnectionStringBuilder(Server).Password;
            // The logins' passwords follow from the owner's, and this server's installations share the logins: the same password keeps them all working.
            await ExecuteAsync(source, $"CREATE ROLE {_owner} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB CREATEROLE PASSWORD '{password}'");
            await ExecuteAsync(source, $"GRANT {_owner} TO CURRENT_USER");
            ConnectionString = new NpgsqlConnectionStringBuilder(ServerString) { Username = _owner }.ConnectionString;
        }

        await ExecuteAsync(source, $"CREATE DATABASE {_name}{(_owner is null ? "" : $" OWNER {_owner}")}");
    }

    public Databases Databases() => new(new ConfigurationBuilder().AddInMemoryCollection([new("BAROMETRE_DATABASE", ConnectionString)]).Build());

    public async Task DropAsync()
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await ExecuteAsync(source, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        if (_owner is not null)
        {
            await ExecuteAsync(source, $"DROP ROLE {_owner}");
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
