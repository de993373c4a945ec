using Npgsql;

namespace Barometre.Infrastructure.Rights.Catalogue;

/// <summary>A table that names a person, as the database's catalogue tells it.</summary>
/// <param name="Name"><c>schema.table</c>.</param>
/// <param name="Key">The columns of the primary key, in order.</param>
internal sealed record PersonalTable(string Name, string PersonColumn, IReadOnlyList<PersonalColumn> Columns, IReadOnlyList<string> Key)
{
    public IEnumerable<PersonalColumn> Sealed => Columns.Where(column => column.IsSealed);

    public IEnumerable<PersonalColumn> Plain => Columns.Where(column => !column.IsSealed);

    /// <summary>What a column's words are bound to when they are sealed: <c>schema.table.column</c>.</summary>
    public string BoundTo(PersonalColumn column) => $"{Name}.{column.Member}";
}

/// <summary>A column.</summary>
/// <param name="IsIdentity">The database gives it a number.</param>
/// <param name="IsSealed">It holds words sealed with the record's key.</param>
internal sealed record PersonalColumn(string Name, string Type, bool IsIdentity, bool IsSealed, bool IsNullable)
{
    private const string Suffix = "_sealed";

    /// <summary>Its name in an archive: words stand there opened.</summary>
    public string Member => IsSealed ? Name[..^Suffix.Length] : Name;
}

/// <summary>Every table that names a person, read from the catalogue: a module that adds one is in the archive, and in every erasing, by itself.</summary>
internal static class PersonalCatalogue
{
    private const string Sql = """
        SELECT p.schema_name || '.' || p.table_name, p.person_column, a.attname::text, format_type(a.atttypid, NULL), a.attidentity <> '',
               a.attname LIKE '%\_sealed' AND a.atttypid = 'bytea'::regtype, NOT a.attnotnull,
               coalesce((SELECT array_position(i.indkey::int2[], a.attnum) FROM pg_index i WHERE i.indrelid = p.name AND i.indisprimary), -1)
          FROM platform.personal_table p JOIN pg_attribute a ON a.attrelid = p.name AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY 1, a.attnum
        """;

    private const string References = """
        SELECT c.conrelid::regclass::text, a.attname::text FROM pg_constraint c JOIN platform.personal_table p ON p.name = c.conrelid
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.confrelid NOT IN (SELECT name FROM platform.personal_table)
        """;

    public static async Task<IReadOnlyList<PersonalTable>> ReadAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        List<(string Table, string Person, PersonalColumn Column, int Key)> found = [];
        await using var command = new NpgsqlCommand(Sql, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var column = new PersonalColumn(reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetBoolean(6));
            found.Add((reader.GetString(0), reader.GetString(1), column, reader.GetInt32(7)));
        }

        return
        [
            .. found.GroupBy(one => (one.Table, one.Person)).Select(table => new PersonalTable(
                table.Key.Table, table.Key.Person, [.. table.Select(one => one.Column)],
                [.. table.Where(one => one.Key >= 0).OrderBy(one => one.Key).Select(one => one.Column.Name)])),
        ];
    }

    /// <summary>Each table's columns that refer to what belongs to an installation: an account, a project.</summary>
    public static async Task<ILookup<string, string>> ForeignAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        List<(string Table, string Column)> found = [];
        await using var command = new NpgsqlCommand(References, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found.ToLookup(one => one.Table, one => one.Column, StringComparer.Ordinal);
    }
}
