using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>Whether this node can serve: the database answers the application's own login, and holds every migration that the node embeds.</summary>
public sealed class Readiness(Databases databases)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Null when ready, otherwise what is missing: <c>database</c> or <c>migrations</c>.</summary>
    public async Task<string?> MissingAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = databases.App.CreateCommand("SELECT name, checksum FROM platform.migration");
            await using var reader = await command.ExecuteReaderAsync(patience.Token);
            HashSet<(string, string)> applied = [];
            while (await reader.ReadAsync(patience.Token))
            {
                applied.Add((reader.GetString(0), reader.GetString(1)));
            }

            return Migrator.Embedded().All(migration => applied.Contains((migration.Name, migration.Checksum))) ? null : "migrations";
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege)
        {
            return "migrations";
        }
        catch (Exception away) when (away is NpgsqlException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return "database";
        }
    }
}
