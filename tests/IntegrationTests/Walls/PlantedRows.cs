using System.Text.RegularExpressions;
using Npgsql;

namespace Barometre.IntegrationTests.Walls;

/// <summary>Puts a row of a person into any personal table, from what the catalogue says of its columns: a new table needs no line here.</summary>
internal sealed partial class PlantedRows(NpgsqlDataSource owner)
{
    private const string Sealed = "_sealed";

    /// <summary>The statement that adds one row about <paramref name="person"/> to <paramref name="table"/>; everything filled, so that checks between columns hold.</summary>
    /// <param name="table">A personal table.</param>
    /// <param name="person">Whose row.</param>
    /// <param name="from">The column that names the person.</param>
    /// <param name="words">What a sealed column (<c>schema.table.column</c>) holds; something that does not open when not said.</param>
    public async Task<string> InsertAsync(string table, Guid person, string from = "service_user_id", Func<string, byte[]>? words = null)
    {
        List<(string Name, string Value)> values = [];
        foreach (var (name, type, check, target) in await ColumnsAsync(table))
        {
            var value = name == from || name == "author_id" ? $"'{person}'::uuid"
                : name == "time_zone" ? "'America/Toronto'"
                : target is { } parent && parent.Table != table ? $"(SELECT {parent.Column} FROM {parent.Table} {(parent.Personal ? $"WHERE service_user_id = '{person}'" : "")} LIMIT 1)"
                : target is not null ? "NULL"
                : words is not null && name.EndsWith(Sealed, StringComparison.Ordinal) ? $"'\\x{Convert.ToHexString(words($"{table}.{name[..^Sealed.Length]}"))}'"
                : Word(check) is { } word ? $"'{word}'"
                : Value(type);
            values.Add((name, value));
        }

        return $"INSERT INTO {table} ({string.Join(", ", values.Select(value => value.Name))}) VALUES ({string.Join(", ", values.Select(value => value.Value))})";
    }

    /// <summary>Personal tables, each after those that it refers to.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        var waiting = (await Schema.Catalogue.PersonalAsync(owner)).ToList();
        List<string> ordered = [];
        while (waiting.Count > 0)
        {
            var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var table in waiting)
            {
                targets[table] = [.. (await ColumnsAsync(table)).Select(column => column.Target?.Table).OfType<string>().Where(target => target != table)];
            }

            var next = waiting.Where(table => !targets[table].Exists(waiting.Contains)).ToList();
            Assert.NotEmpty(next);
            ordered.AddRange(next);
            waiting = [.. waiting.Except(next)];
        }

        return ordered;
    }

    public async Task<IReadOnlyList<(string Name, string Type, string? Check, (string Table, string Column, bool Personal)? Target)>> ColumnsAsync(string table)
    {
        await using var command = owner.CreateCommand("""
            SELECT quote_ident(a.attname), format_type(a.atttypid, NULL),
                   (SELECT string_agg(pg_get_constraintdef(c.oid), ' ') FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype = 'c' AND c.conkey = ARRAY[a.attnum]),
                   f.target, f.attname, EXISTS (SELECT 1 FROM pg_attribute p WHERE p.attrelid = f.confrelid AND p.attname = 'service_user_id')
              FROM pg_attribute a LEFT JOIN LATERAL (
                   SELECT c.confrelid, c.confrelid::regclass::text AS target, t.attname FROM pg_constraint c, unnest(c.conkey, c.confkey) AS k(here, there)
                     JOIN pg_attribute t ON t.attnum = k.there WHERE c.conrelid = a.attrelid AND c.contype = 'f' AND k.here = a.attnum AND t.attrelid = c.confrelid LIMIT 1) f ON true
             WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '' ORDER BY a.attnum
            """);
        command.Parameters.AddWithValue(table);
        await using var reader = await command.ExecuteReaderAsync();
        List<(string, string, string?, (string, string, bool)?)> columns = [];
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : (reader.GetString(3), reader.GetString(4), reader.GetBoolean(5))));
        }

        return columns;
    }

    private static string? Word(string? check) => check is not null && FirstWord().Match(check) is { Success: true } found ? found.Groups["word"].Value : null;

    private static string Value(string type) => type switch
    {
        "uuid" => $"'{Guid.CreateVersion7()}'",
        "timestamp with time zone" => "now()",
        "date" => "current_date",
        "time without time zone" => "'12:00'",
        "boolean" => "false",
        "bytea" => "sha256('planted')",
        "jsonb" or "json" => "'{}'",
        "smallint" or "integer" or "bigint" or "numeric" or "double precision" or "real" => "1",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
        _ => "'planted'",
    };

    [GeneratedRegex("ARRAY\\[\\(?'(?<word>[^']+)'|= '(?<word>[^']+)'::(character|text)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstWord();
}
