using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Barometre.Infrastructure.Shared.Jobs;
using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>Content that a release carries for everybody (an instrument): published to the database after the migrations, as the owner.</summary>
public interface IPublishedContent
{
    /// <exception cref="InvalidOperationException">Content that was published before comes with another text.</exception>
    Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}

/// <summary>What an upgrade does with rows that take the keys, which no SQL has: after the migrations, as the owner, each time; where nothing is left to do, it does nothing.</summary>
public interface IUpgradeStep
{
    /// <exception cref="InvalidOperationException">The keys at hand are not the installation's.</exception>
    Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}

/// <summary>Applies the numbered SQL migrations that each module embeds, as the owner, once each, under one lock.</summary>
/// <remarks>A file is <c>&lt;Module&gt;/Migrations/NNNN_name.sql</c>. An applied file never changes: its checksum is kept and compared.</remarks>
public sealed partial class Migrator(Databases databases, IEnumerable<IPublishedContent> contents, IEnumerable<IUpgradeStep> steps)
{
    // Vault and platform: what every module's tables use. The modules use nothing of one another.
    private const string First = "Shared/";

    /// <summary>Applies what is missing and returns the names of what was applied.</summary>
    /// <exception cref="InvalidOperationException">An applied migration's file has changed since.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.Owner.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_lock(5517040)", cancellationToken);
        try
        {
            await PrepareAsync(connection, cancellationToken);
            var applied = await AppliedAsync(connection, cancellationToken);
            List<string> names = [];
            foreach (var migration in Embedded())
            {
                if (applied.TryGetValue(migration.Name, out var checksum))
                {
                    Check(migration, checksum);
                    continue;
                }

                await ApplyAsync(connection, migration, cancellationToken);
                names.Add(migration.Name);
            }

            // Derived from the tables that are there by now, so that none of them can be left out of an erasure.
            await ExecuteAsync(connection, "CALL platform.let_be_erased()", cancellationToken);
            foreach (var content in contents)
            {
                await content.PublishAsync(connection, cancellationToken);
            }

            foreach (var step in steps)
            {
                await step.RunAsync(connection, cancellationToken);
            }

            await JobTables.ProvisionAsync(databases.Owner, cancellationToken);
            return names;
        }
        finally
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock(5517040)", CancellationToken.None);
        }
    }

    private static void Check(Migration migration, string checksum)
    {
        if (checksum != migration.Checksum)
        {
            throw new InvalidOperationException($"Migration {migration.Name} was applied with another content; an applied migration never changes: add a new one.");
        }
    }

    /// <summary>Every embedded migration, in the order in which they apply.</summary>
    public static IReadOnlyList<Migration> Embedded() =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Select(resource => (resource, match: ResourceName().Match(resource)))
            .Where(found => found.match.Success)
            .Select(found => new Migration($"{found.match.Groups["module"].Value}/{found.match.Groups["file"].Value}", Text(found.resource)))
            .OrderByDescending(migration => migration.Name.StartsWith(First, StringComparison.Ordinal))
            .ThenBy(migration => migration.Name, StringComparer.Ordinal)];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var login in new[] { Databases.AppLogin, Databases.WorkerLogin, Databases.ResearchLogin })
        {
            await ExecuteAsync(connection, LoginStatement(login, databases.PasswordOf(login)), cancellationToken);
        }

        // Nobody's logins: functions that the owner gives to them run as them. Giving takes membership.
        foreach (var role in new[] { Databases.GateRole, Databases.RegistrarRole, Databases.RightsRole })
        {
            await ExecuteAsync(connection, RoleStatement($"{role} NOLOGIN", $"GRANT {role} TO CURRENT_USER"), cancellationToken);
        }

        await ExecuteAsync(
            connection,
            """
            CREATE SCHEMA IF NOT EXISTS platform;
            CREATE TABLE IF NOT EXISTS platform.migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
            """,
            cancellationToken);
    }

    // The password is hexadecimal: nothing to quote.
    private static string LoginStatement(string login, string password) => RoleStatement($"{login} LOGIN", $"ALTER ROLE {login} PASSWORD '{password}'");

    // Two installations on one server and one owner share the roles, and may migrate at the same moment, each under the lock of its own database:
    // whichever comes second finds the role made (two errors say so), or its row being changed (XX000).
    private static string RoleStatement(string role, string then) =>
        $"""
        DO $$ BEGIN
            CREATE ROLE {role} NOSUPERUSER NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        DO $$ BEGIN
            FOR attempt IN 1..50 LOOP
                BEGIN
                    {then};
                    RETURN;
                EXCEPTION WHEN internal_error OR unique_violation THEN PERFORM pg_sleep(0.02);
                END;
            END LOOP;
            RAISE EXCEPTION 'The roles are being changed by others all the time.';
        END $$;
        """;

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Dictionary<string, string> applied = [];
        await using var command = new NpgsqlCommand("SELECT name, checksum FROM platform.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Sql, cancellationToken);
        await using var record = new NpgsqlCommand("INSERT INTO platform.migration (name, checksum) VALUES ($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = migration.Name }, new NpgsqlParameter<string> { TypedValue = migration.Checksum } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [GeneratedRegex(@"^Barometre\.Infrastructure\.(?<module>\w+)\.Migrations\.(?<file>\d{4}_\w+)\.sql$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourceName();

    /// <summary>One embedded file.</summary>
    public sealed record Migration(string Name, string Sql)
    {
        public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}");
    }
}
