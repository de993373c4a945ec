using System.Data;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>The one database connection of a request: every module's context uses it, so that a command is one transaction, and it carries for whom it was opened.</summary>
/// <remarks>Row-level security reads <c>barometre.person</c> and <c>barometre.account</c>. They are local to a transaction, so they never outlive a request on a pooled
/// connection (also behind pgbouncer); they travel in the same round trip as the first statement of a transaction, or with each statement outside one.</remarks>
public sealed class DatabaseSession(Databases databases, Caller caller, OutboxSignal outbox) : IUnitOfWork, IRecordScope, IAsyncDisposable
{
    /// <summary>Tells the database for whom the transaction runs, as what a statement selects.</summary>
    public const string Telling =
        "set_config('barometre.person', $1, true) AS person, set_config('barometre.account', $2, true), set_config('barometre.code', $3, true), set_config('barometre.scope', $4, true)";

    private readonly List<DbContext> _contexts = [];
    private NpgsqlConnection? _connection;
    private bool _announced;
    private Guid? _person;
    private string? _codeHash;
    private bool _everyone;
    private bool _wroteToOutbox;
    private (Guid? Person, string? CodeHash, bool Everyone) _before;

    public NpgsqlConnection Connection => _connection ??= (caller.IsSystem ? databases.Worker : databases.App).CreateConnection();

    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>Where statements wait while several readings are being started, to travel together; null otherwise.</summary>
    internal GatheredReadings? Gathered { get; set; }

    /// <summary>True when the next statement must be preceded by <see cref="Announcement"/>.</summary>
    public bool MustAnnounce => Transaction is null || !_announced;

    /// <summary>Opens one person's rows to this request's statements, and closes any other's.</summary>
    public void OpenFor(Guid? serviceUserId) => (_person, _announced) = (serviceUserId, false);

    public async Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        OpenFor(serviceUserId);
        await ReadAsync(new NpgsqlBatchCommand("SELECT 1"), _ => Task.FromResult(true), cancellationToken);
    }

    /// <summary>Opens the one row that a secret code unlocks, for whoever holds the code.</summary>
    public void OpenForCode(byte[] codeHash) => (_codeHash, _announced) = (Convert.ToHexStringLower(codeHash), false);

    public void OpenForEveryone() => (_everyone, _announced) = (true, false);

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

    /// <summary>The statement that tells the database for whom the following ones run.</summary>
    public NpgsqlBatchCommand Announcement() => Announcing($"SELECT {Telling}");

    /// <summary>A statement that tells the database for whom it and the following ones run, by selecting <see cref="Telling"/> before anything else.</summary>
    public NpgsqlBatchCommand Announcing(string sql) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = _person?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = (caller.AccountId ?? caller.ActsFor)?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = _codeHash ?? "" },
            new NpgsqlParameter<string> { TypedValue = _everyone ? "everyone" : "" },
        },
    };

    /// <summary>Runs one statement of ours that announces by itself (<see cref="Announcing"/>) in one round trip and hands its rows to <paramref name="read"/>.</summary>
    public async Task<T> ReadAnnouncingAsync<T>(NpgsqlBatchCommand statement, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(Connection, Transaction) { BatchCommands = { statement } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Announced();
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
        var announce = MustAnnounce;
        if (announce)
        {
            batch.BatchCommands.Add(Announcement());
        }

        batch.BatchCommands.Add(statement);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (announce)
        {
            await reader.NextResultAsync(cancellationToken);
            Announced();
        }

        return await read(reader);
    }

    public void Announced() => _announced = Transaction is not null;

    public async Task EnsureOpenAsync(CancellationToken cancellationToken)
    {
        if (Connection.State != ConnectionState.Open)
        {
            await Connection.OpenAsync(cancellationToken);
        }
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(cancellationToken);
        Transaction = await Connection.BeginTransactionAsync(cancellationToken);
        (_announced, _before) = (false, (_person, _codeHash, _everyone));
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
            (_person, _codeHash, _everyone) = _before;
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
        _announced = false;
        _wroteToOutbox = false;
    }
}
