using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>The connections of this installation, one pool per login; a login that is not configured is derived from the owner's.</summary>
/// <remarks>Settings: <c>BAROMETRE_DATABASE</c> (owner), <c>BAROMETRE_APP_DATABASE</c>, <c>BAROMETRE_WORKER_DATABASE</c>, <c>BAROMETRE_VAULT_DATABASE</c>.</remarks>
public sealed class Databases(IConfiguration configuration) : IAsyncDisposable
{
    public const string AppLogin = "barometre_app";
    public const string WorkerLogin = "barometre_worker";
    public const string ResearchLogin = "barometre_research";

    /// <summary>The role that the access decision reads as; nobody signs in with it (docs/decisions/0004).</summary>
    public const string GateRole = "barometre_gate";

    /// <summary>The role that appends to the registers of who looked; nobody signs in with it.</summary>
    public const string RegistrarRole = "barometre_registrar";

    /// <summary>The role that takes a record's rows away, or puts in those of a record that comes in whole; nobody signs in with it (docs/decisions/0015).</summary>
    public const string RightsRole = "barometre_rights";

    private readonly List<NpgsqlDataSource> _sources = [];
    private readonly Lock _lock = new();
    private NpgsqlDataSource? _owner;
    private NpgsqlDataSource? _app;
    private NpgsqlDataSource? _worker;
    private NpgsqlDataSource? _vault;

    /// <summary>Migrations only.</summary>
    public NpgsqlDataSource Owner => Source(ref _owner, OwnerString, pool: 5);

    /// <summary>Requests of people and systems.</summary>
    public NpgsqlDataSource App => Source(ref _app, configuration["BAROMETRE_APP_DATABASE"] ?? Derived(AppLogin), pool: 40);

    /// <summary>Jobs and the command line.</summary>
    public NpgsqlDataSource Worker => Source(ref _worker, WorkerString, pool: 20);

    /// <summary>The record keys and the key ring, kept apart: another database when the operator names one.</summary>
    public NpgsqlDataSource Vault => Source(ref _vault, configuration["BAROMETRE_VAULT_DATABASE"] ?? Derived(AppLogin), pool: 10);

    public string WorkerString => configuration["BAROMETRE_WORKER_DATABASE"] ?? Derived(WorkerLogin);

    private string OwnerString => configuration["BAROMETRE_DATABASE"]
        ?? throw new InvalidOperationException("BAROMETRE_DATABASE is not set: name the PostgreSQL database, for example 'Host=localhost;Database=barometre;Username=owner;Password=…'.");

    /// <summary>The password that migrations give to a login and that <see cref="Derived"/> uses: known to whoever knows the owner's, and to nobody else.</summary>
    public string PasswordOf(string login)
    {
        var owner = new NpgsqlConnectionStringBuilder(OwnerString).Password ?? "";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(owner), Encoding.UTF8.GetBytes(login)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }
    }

    private string Derived(string login) =>
        new NpgsqlConnectionStringBuilder(OwnerString) { Username = login, Password = PasswordOf(login), Passfile = null }.ConnectionString;

    private NpgsqlDataSource Source(ref NpgsqlDataSource? source, string connectionString, int pool)
    {
        lock (_lock)
        {
            if (source is null)
            {
                // Short reads gain 1.7 times from prepared statements; pgbouncer in transaction mode must turn this off in its connection string.
                var builder = new NpgsqlConnectionStringBuilder(connectionString);
                if (builder.MaxAutoPrepare == 0)
                {
                    builder.MaxAutoPrepare = 200;
                }

                // All pools of a node together stay below PostgreSQL's default of 100 connections; a connection string may say otherwise.
                if (!connectionString.Contains("pool size", StringComparison.OrdinalIgnoreCase))
                {
                    builder.MaxPoolSize = pool;
                }

                source = new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
                _sources.Add(source);
            }

            return source;
        }
    }
}
