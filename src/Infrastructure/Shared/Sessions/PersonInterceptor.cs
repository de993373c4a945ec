using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Sessions;

/// <summary>Sends Entity Framework's statements together with the session's announcement, in one round trip.</summary>
internal sealed class PersonInterceptor(DatabaseSession session) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!session.MustAnnounce)
        {
            return result;
        }

        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            throw Unannounced();
        }

        var statement = new NpgsqlBatchCommand(command.CommandText);
        var parameters = command.Parameters.Cast<NpgsqlParameter>().ToArray();
        command.Parameters.Clear();
        statement.Parameters.AddRange(parameters);
        var batch = new NpgsqlBatch((NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction);
        var ahead = session.TakeAhead();
        foreach (var one in ahead.Append(statement))
        {
            batch.BatchCommands.Add(one);
        }

        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await session.PassAsync(reader, ahead.Count, cancellationToken);
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        session.MustAnnounce ? throw Unannounced() : ValueTask.FromResult(result);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new InvalidOperationException("The database is read asynchronously.");

    // A change outside a command's transaction, or before its access decision, has no person: refuse it rather than let it find no rows.
    private static InvalidOperationException Unannounced() => new("A statement that changes rows ran before the access decision of a command.");
}
