using System.Data;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared.Jobs;
using Barometre.Infrastructure.Shared.Sessions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>The one database connection of a request: every module's context uses it, so that a command is one transaction, and it carries for whom it was opened.</summary>
/// <remarks>Row-level security reads <c>barometre.person</c> and <c>barometre.account</c>. They are local to a transaction, so they never outlive a request on a pooled
/// connection (also behind pgbouncer); they travel in the same round trip as the first statement of a transaction, or with each statement outside one.</remarks>
public sealed class DatabaseSession(Databases databases, Caller caller, OutboxSignal outbox) : IUnitOfWork, IRecordScope, IAsyncDisposable
{
    private readonly List<DbContext> _contexts = [];
    private readonly List<NpgsqlBatchCommand> _ahead = [];
    private NpgsqlBatchCommand? _announcement;
    private NpgsqlConnection? _connection;
    private bool _announced;
    private OpenedRows _opened = new(null, null, false);
    private OpenedRows _before = new(null, null, false);
    private bool _wroteToOutbox;

    public NpgsqlConnection Connection => _connection ??= (caller.IsSystem ? databases.Worker : databases.App).CreateConnection();

    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>Where statements wait while several readings are being started, to travel together; null otherwise.</summary>
    internal GatheredReadings? Gathered { get; set; }

    /// <summary>True when the next statement must be preceded by <see cref="TakeAhead"/>.</summary>
    public bool MustAnnounce => Transaction is null || !_announced;

    /// <summary>Opens one person's rows to this request's statements, and closes any other's.</summary>
    public void OpenFor(Guid? serviceUserId) => (_opened, _announced) = (_opened with { Person = serviceUserId }, false);

    public async Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        OpenFor(serviceUserId);
        await ReadAsync(new NpgsqlBatchCommand("SELECT 1"), _ => Task.FromResult(true), cancellationToken);
    }

    /// <summary>Opens the one row that a secret code unlocks, for whoever holds the code.</summary>
    public void OpenForCode(byte[] codeHash) => (_opened, _announced) = (_opened with { CodeHash = Convert.ToHexStringLower(codeHash) }, false);

    public void OpenForEveryone() => (_opened, _announced) = (_opened with { Everyone = true }, false);

    /// <summary>Makes a context use this session's transactions, one after the other.</summary>
    /// <remarks>Without one there is nothing to tell it: a context that a reading was given and does not use stays as good as unmade.</remarks>
    public void Lead(DbContext context)
    {
        _contexts.Add(context);
        if (Transaction is not null)
        {
            context.Database.UseTransaction(Transaction);
        }
    }

    /// <summary>Says that this transaction leaves an event in an outbox: the relay is woken when it has committed.</summary>
    public void WroteToOutbox() => _wroteToOutbox = true;

    /// <summary>Outside a transaction: keeps a statement until the next reading, with which it travels and is kept or undone; its own rows are not read.</summary>
    public void SendAhead(NpgsqlBatchCommand statement) => _ahead.Add(statement);

    /// <summary>Outside a transaction: announces with this statement (<see cref="Announcing"/>) the next time, in the place of the plain one.</summary>
    public void AnnounceWith(NpgsqlBatchCommand statement) => _announcement = statement;

    /// <summary>Sends what still waits for a reading to travel with.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        _ahead.Count == 0 && _announcement is null ? Task.CompletedTask : ReadAsync(new NpgsqlBatchCommand("SELECT 1"), _ => Task.FromResult(true), cancellationToken);

    /// <summary>What precedes the next statement in its batch: for whom it runs, and what was to be sent ahead of it. Given once: what fails with its batch is undone with it.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> TakeAhead()
    {
        if (!MustAnnounce)
        {
            return [];
        }

        List<NpgsqlBatchCommand> ahead = [_announcement ?? Announcing($"SELECT {OpenedRows.Telling}"), .. _ahead];
        _announcement = null;
        _ahead.Clear();
        return ahead;
    }

    /// <summary>A statement that tells the database for whom it and the following ones run, by selecting <see cref="OpenedRows.Telling"/> before anything else.</summary>
    public NpgsqlBatchCommand Announcing(string sql) => _opened.Announcing(sql, caller.AccountId ?? caller.ActsFor);

    /// <summary>Runs one statement of ours that announces by itself (<see cref="Announcing"/>) in one round trip and hands its rows to <paramref name="read"/>.</summary>
    public async Task<T> ReadAnnouncingAsync<T>(NpgsqlBatchCommand statement, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(Connection, Transaction) { BatchCommands = { statement } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await PassAsync(reader, 0, cancellationToken);
        return await read(reader);
    }

    /// <summary>Runs one statement of ours in one round trip and hands its rows to <paramref name="read"/>.</summary>
    public async Task<T> ReadAsync<T>(NpgsqlBatchCommand statement, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        if (Gathered is not null)
        {
            return await Gathered.AddAsync(statement, read);
        }

        await EnsureOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        var ahead = TakeAhead();
        foreach (var one in ahead.Append(statement))
        {
            batch.BatchCommands.Add(one);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await PassAsync(reader, ahead.Count, cancellationToken);
        return await read(reader);
    }

    /// <summary>Passes over the results of what was sent ahead.</summary>
    public async Task PassAsync(NpgsqlDataReader reader, int ahead, CancellationToken cancellationToken)
    {
        for (var i = 0; i < ahead; i++)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        _announced = Transaction is not null;
    }

    public Task EnsureOpenAsync(CancellationToken cancellationToken) =>
        Connection.State == ConnectionState.Open ? Task.CompletedTask : Connection.OpenAsync(cancellationToken);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        // What a query that sends a command owes is owed whatever becomes of the command.
        await SettleAsync(cancellationToken);
        await EnsureOpenAsync(cancellationToken);
        (Transaction, _announced, _before) = (await Connection.BeginTransactionAsync(cancellationToken), false, _opened);
        _contexts.ForEach(context => context.Database.UseTransaction(Transaction));
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction!.CommitAsync(cancellationToken);
        if (_wroteToOutbox)
        {
            outbox.Wake();
        }

        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        if (Transaction is not null)
        {
            await UndoAsync(Transaction);
            await EndAsync();
            // Whose rows it opened goes with it.
            _opened = _before;
            // What they hold may never have been kept.
            _contexts.ForEach(context => context.ChangeTracker.Clear());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await RollbackAsync();
            await _connection.DisposeAsync();
        }
    }

    private async Task UndoAsync(NpgsqlTransaction transaction)
    {
        // A broken connection has nothing left to roll back: the server did.
        if (Connection.State == ConnectionState.Open)
        {
            try
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                // Completed: its failed commit undid it.
            }
        }
    }

    private async Task EndAsync()
    {
        await Transaction!.DisposeAsync();
        Transaction = null;
        _contexts.ForEach(context => context.Database.UseTransaction(null));
        (_announced, _wroteToOutbox) = (false, false);
    }
}
