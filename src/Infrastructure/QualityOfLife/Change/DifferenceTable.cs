using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.QualityOfLife.Change;

/// <summary>A column of a table of indicators, and its values for many rows at once.</summary>
internal sealed record Column<TRow>(string Name, Func<IReadOnlyList<TRow>, NpgsqlParameter> Values)
{
    public static Column<TRow> Of<T>(string name, Func<TRow, T> value) =>
        new(name, rows => new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] });

    public static Column<TRow> Json(string name, Func<TRow, string> value) =>
        new(name, rows => new NpgsqlParameter { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
}

/// <summary>Makes a table of indicators equal, for some people, to what was computed, in one statement that touches only the rows that differ.</summary>
/// <remarks>COPY FROM is refused under row-level security: rows travel as one array a column. Rows that are as they should be are not even locked.</remarks>
internal sealed class DifferenceTable<TRow>
{
    // The first parameters: people, themes, computed at.
    private const int Own = 3;
    private readonly Column<TRow>[] _columns;
    private readonly bool _byTheme;
    private readonly string _sql;

    /// <param name="keys">How many of the columns, the first ones, are the primary key.</param>
    /// <param name="byTheme">Whether some themes' rows can be computed apart from the others'.</param>
    public DifferenceTable(string table, int keys, bool byTheme, params Column<TRow>[] columns)
    {
        (_columns, _byTheme) = (columns, byTheme);
        string List(Func<string, string> write, IEnumerable<Column<TRow>>? some = null) => string.Join(", ", (some ?? columns).Select(column => write(column.Name)));
        string Keys(Func<string, string> write) => string.Join(" AND ", columns[..keys].Select(column => write(column.Name)));
        var values = columns[keys..];
        var arrays = string.Join(", ", Enumerable.Range(Own + 1, columns.Length).Select(number => $"${number}"));
        // A full join cannot be planned as a nested loop, whatever the planner thinks of the arrays' length.
        _sql = $"""
            WITH difference AS MATERIALIZED (
                SELECT {List(name => $"new.{name}")}, {List(name => $"old.{name} AS old_{name}", columns[..keys])}
                  FROM (SELECT {List(name => name)} FROM {table} WHERE service_user_id = ANY ($1) AND {(byTheme ? "($2::text[] IS NULL OR theme = ANY ($2))" : "$2::text[] IS NOT DISTINCT FROM $2")}) old
                  FULL JOIN unnest({arrays}) AS new ({List(name => name)}) ON {Keys(name => $"new.{name} = old.{name}")}
                 WHERE old.service_user_id IS NULL OR new.service_user_id IS NULL
                    OR ({List(name => $"new.{name}", values)}) IS DISTINCT FROM ({List(name => $"old.{name}", values)})),
            gone AS (
                DELETE FROM {table} t USING difference d WHERE d.service_user_id IS NULL AND {Keys(name => $"t.{name} = d.old_{name}")} RETURNING 1),
            kept AS (
                INSERT INTO {table} ({List(name => name)}, computed_at)
                SELECT {List(name => name)}, $3 FROM difference WHERE service_user_id IS NOT NULL
                ON CONFLICT ({List(name => name, columns[..keys])}) DO UPDATE SET {List(name => $"{name} = excluded.{name}", values)}, computed_at = excluded.computed_at
                RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept)
            """;
    }

    public NpgsqlBatchCommand Statement(IReadOnlyList<Guid> people, IReadOnlySet<string>? themes, IReadOnlyList<TRow> rows, DateTimeOffset computedAt)
    {
        var statement = new NpgsqlBatchCommand(_sql)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]> { TypedValue = [.. people] },
                new NpgsqlParameter { Value = _byTheme && themes is not null ? themes.ToArray() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new NpgsqlParameter<DateTime> { TypedValue = computedAt.UtcDateTime },
            },
        };
        foreach (var column in _columns)
        {
            statement.Parameters.Add(column.Values(rows));
        }

        return statement;
    }
}
