using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Barometre.IntegrationTests.Walls;

/// <summary>At the database, with nothing of the application between: whoever has the app's or the worker's login sees and changes the open person's rows and no others.</summary>
public sealed class RowWallTests(RowWallTests.Walls installation) : IClassFixture<RowWallTests.Walls>
{
    // A login that was not granted the statement at all, or that row-level security stops, gets this.
    private const string Refused = "42501";

    public static TheoryData<string> Logins => [Databases.AppLogin, Databases.WorkerLogin];

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Only_the_open_persons_rows_are_seen(string login)
    {
        List<string> faults = [];
        foreach (var table in installation.Tables)
        {
            var seen = await RunAsync(login, installation.Mine, $"SELECT count(*) FILTER (WHERE service_user_id = '{installation.Mine}') || ' ' || count(*) FILTER (WHERE service_user_id <> '{installation.Mine}') FROM {table}");
            var unfiltered = await RunAsync(login, installation.Mine, $"SELECT coalesce(string_agg(DISTINCT service_user_id::text, ' '), '') FROM {table}");
            if (seen != Refused && seen is not "1 0" || unfiltered != Refused && unfiltered != $"{installation.Mine}")
            {
                faults.Add($"{table}: {seen}, {unfiltered}");
            }
        }

        Findings.None(Except(login, faults));
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task With_nobody_open_nothing_is_seen(string login)
    {
        List<string> faults = [];
        foreach (var table in installation.Tables)
        {
            var seen = await RunAsync(login, null, $"SELECT count(*)::text FROM {table}");
            if (seen is not (Refused or "0"))
            {
                faults.Add($"{table}: {seen} rows");
            }
        }

        Findings.None(Except(login, faults));
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Nothing_of_another_persons_can_be_changed_removed_or_added(string login)
    {
        List<string> faults = [];
        foreach (var table in installation.Tables)
        {
            foreach (var column in await installation.Rows.ColumnsAsync(table))
            {
                Check($"update {column.Name}", await CountAsync($"UPDATE {table} SET {column.Name} = {column.Name} WHERE service_user_id = '{installation.Theirs}'"));
            }

            Check("move to another", await CountAsync($"UPDATE {table} SET service_user_id = '{installation.Theirs}' WHERE service_user_id = '{installation.Mine}'"));
            Check("delete", await CountAsync($"DELETE FROM {table} WHERE service_user_id = '{installation.Theirs}'"));
            Check("insert", await CountAsync(await installation.Rows.InsertAsync(table, installation.Theirs)));

            void Check(string act, string outcome)
            {
                if (outcome is not (Refused or "0"))
                {
                    faults.Add($"{table}: {act} = {outcome}");
                }
            }
        }

        Findings.None(Except(login, faults));

        Task<string> CountAsync(string sql) => RunAsync(login, installation.Mine, sql, counts: true);
    }

    [Fact]
    public async Task A_table_without_its_wall_is_reported()
    {
        await installation.ExecuteAsync($"""
            CREATE TABLE participation.planted (service_user_id uuid PRIMARY KEY);
            INSERT INTO participation.planted VALUES ('{installation.Mine}'), ('{installation.Theirs}');
            GRANT SELECT ON participation.planted TO barometre_app;
            """);

        var seen = await RunAsync(Databases.AppLogin, installation.Mine, "SELECT count(*)::text FROM participation.planted");
        await installation.ExecuteAsync("DROP TABLE participation.planted");

        Assert.Equal("2", seen);
    }

    /// <summary>The outbox is the worker's to empty for everybody, by its own policy: ids and codes only, and no login of a request reads it.</summary>
    private static IEnumerable<string> Except(string login, IEnumerable<string> faults) =>
        faults.Where(fault => login != Databases.WorkerLogin || !fault.Split(':')[0].EndsWith(".outbox", StringComparison.Ordinal));

    /// <summary>Runs in a transaction of its own, rolled back; returns the first value, the rows changed, or the refusal's state.</summary>
    private async Task<string> RunAsync(string login, Guid? person, string sql, bool counts = false)
    {
        var source = login == Databases.AppLogin ? installation.Logins.App : installation.Logins.Worker;
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var open = new NpgsqlCommand("SELECT set_config('barometre.person', $1, true), set_config('barometre.people', $2, true), set_config('barometre.account', $3, true)", connection, transaction);
        open.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person?.ToString() ?? "" });
        open.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person is null ? "" : $"{{{person}}}" });
        // Where the account is a wall of its own, it is the one that is open; where it opens lists beyond one record, it is nobody's.
        var author = installation.AuthorTables.FirstOrDefault(table => sql.Contains($" {table} ", StringComparison.Ordinal) || sql.EndsWith($" {table}", StringComparison.Ordinal));
        open.Parameters.Add(new NpgsqlParameter<string> { TypedValue = author is null ? "" : $"{person}" });
        await open.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        try
        {
            return counts ? $"{await command.ExecuteNonQueryAsync()}" : $"{await command.ExecuteScalarAsync()}";
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    /// <summary>Two people with a row in every personal table.</summary>
    public sealed class Walls : Installation, IAsyncLifetime
    {
        public Guid Mine { get; } = Guid.CreateVersion7();

        public Guid Theirs { get; } = Guid.CreateVersion7();

        public IReadOnlyList<string> Tables { get; private set; } = [];

        /// <summary>Those with a second wall, of the author's account.</summary>
        public IReadOnlyList<string> AuthorTables { get; private set; } = [];

        internal PlantedRows Rows { get; private set; } = null!;

        internal Databases Logins { get; private set; } = null!;

        // The jobs rest: every hour they clear away what is planted here as long over.
        protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["BAROMETRE_JOBS"] = "false";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await this.ProjectAsync();
            Logins = Databases();
            Rows = new PlantedRows(Owner);
            Tables = await Rows.TablesAsync();
            AuthorTables = await Schema.Catalogue.AuthorWalledAsync(Owner);
            foreach (var person in (Guid[])[Mine, Theirs])
            {
                await ExecuteAsync($"INSERT INTO participation.account (id) VALUES ('{person}')");
                foreach (var table in Tables)
                {
                    // What only its author may open is its person's: account and record have one id here.
                    var insert = await Rows.InsertAsync(table, person);
                    await ExecuteAsync(table == "participation.service_user" ? insert.Replace("(SELECT id FROM participation.account  LIMIT 1)", $"'{person}'", StringComparison.Ordinal) : insert);
                }
            }
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await Logins.DisposeAsync();
            await DisposeAsync();
        }
    }
}
