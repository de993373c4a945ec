using Npgsql;

namespace Barometre.IntegrationTests.Schema;

/// <summary>What a database's own catalogue says of our schemas, one line per fact, so that two readings are compared as sets.</summary>
internal static class Catalogue
{
    private const string Ours = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'public')";

    /// <summary>Tables that Quartz makes and reads itself; their shape is that library's.</summary>
    private const string Ordinary = $"c.relkind IN ('r', 'p') AND n.nspname {Ours} AND NOT (n.nspname = 'jobs' AND c.relname LIKE 'qrtz_%')";

    public static Task<IReadOnlyList<string>> TablesAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Ordinary} ORDER BY 1
        """);

    /// <summary>Tables with a person's id among their columns.</summary>
    public static Task<IReadOnlyList<string>> PersonalAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'service_user_id' AND NOT a.attisdropped
         WHERE {Ordinary} ORDER BY 1
        """);

    /// <summary>Columns with type and nullability, keys, unique indexes and foreign keys.</summary>
    public static Task<IReadOnlyList<string>> ShapeAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        WITH t AS (SELECT c.oid, n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Ordinary})
        SELECT t.name || ' column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' ELSE ' null' END
          FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT t.name || CASE WHEN i.indisprimary THEN ' key (' ELSE ' unique (' END
               || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
                     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number)
               || ')' || coalesce(' where ' || pg_get_expr(i.indpred, i.indrelid), '')
          FROM t JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
        UNION ALL
        SELECT t.name || ' references ' || rn.nspname || '.' || rc.relname || ' ('
               || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(f.conkey) WITH ORDINALITY k(number, place)
                     JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number) || ')'
          FROM t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f'
          JOIN pg_class rc ON rc.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = rc.relnamespace
        ORDER BY 1
        """);

    /// <summary>Personal tables without row-level security, without it forced on the owner, or without a policy for the app.</summary>
    public static Task<IReadOnlyList<string>> OpenTablesAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        SELECT n.nspname || '.' || c.relname || fault FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'service_user_id' AND NOT a.attisdropped
          CROSS JOIN LATERAL (VALUES (' has no row-level security', c.relrowsecurity), (' does not force it on its owner', c.relforcerowsecurity),
            (' has no policy for barometre_app', EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 'barometre_app'::regrole = ANY (p.polroles))),
            (' has a policy for everybody', NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 0 = ANY (p.polroles)))) AS w(fault, fine)
         WHERE {Ordinary} AND NOT fine ORDER BY 1
        """);

    /// <summary>Personal tables with a second wall behind the person's: policies that only restrict.</summary>
    public static Task<IReadOnlyList<string>> AuthorWalledAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        SELECT DISTINCT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_policy p ON p.polrelid = c.oid AND NOT p.polpermissive
         WHERE {Ordinary} ORDER BY 1
        """);

    /// <summary>Everything that a login of the program owns, is or may do beyond rows.</summary>
    public static Task<IReadOnlyList<string>> PowersAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        WITH r AS (SELECT oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname IN ('barometre_app', 'barometre_worker', 'barometre_research'))
        SELECT rolname || ' may do what only a server''s owner may' FROM r WHERE rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
        UNION ALL SELECT rolname || ' is a member of ' || m.roleid::regrole FROM r JOIN pg_auth_members m ON m.member = r.oid
        UNION ALL SELECT rolname || ' owns ' || c.oid::regclass FROM r JOIN pg_class c ON c.relowner = r.oid
        UNION ALL SELECT rolname || ' owns schema ' || n.nspname FROM r JOIN pg_namespace n ON n.nspowner = r.oid
        UNION ALL SELECT rolname || ' owns function ' || p.proname FROM r JOIN pg_proc p ON p.proowner = r.oid
        UNION ALL SELECT rolname || ' may create in schema ' || n.nspname FROM r, pg_namespace n WHERE n.nspname NOT LIKE 'pg\_%' AND has_schema_privilege(r.oid, n.oid, 'CREATE')
        UNION ALL SELECT rolname || ' may create in the database' FROM r WHERE has_database_privilege(r.oid, current_database(), 'CREATE')
        UNION ALL SELECT rolname || ' may ' || lower(p.power) || ' ' || c.oid::regclass FROM r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
               (VALUES ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) AS p(power)
         WHERE c.relkind IN ('r', 'p') AND n.nspname {Ours} AND has_table_privilege(r.oid, c.oid, p.power)
        ORDER BY 1
        """);

    /// <summary>Functions that run with their owner's power, each under whose; and what those owners may do beyond reading: <see cref="Declared.LentPowers"/> says which.</summary>
    public static Task<IReadOnlyList<string>> LentPowersAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        WITH f AS (SELECT p.oid, p.proowner, n.nspname || '.' || p.proname AS name, p.proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname {Ours} AND p.prosecdef),
             r AS (SELECT oid, rolname, rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty FROM pg_roles
                    WHERE rolname IN ('barometre_gate', 'barometre_registrar', 'barometre_rights'))
        SELECT name || ' runs as ' || CASE WHEN proowner IN (SELECT oid FROM r) THEN proowner::regrole::text ELSE 'its owner' END FROM f
        UNION ALL SELECT name || ' looks names up where its caller says' FROM f WHERE NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)
        UNION ALL SELECT name || ' may be called by everybody' FROM f WHERE has_function_privilege('public', oid, 'EXECUTE')
        UNION ALL SELECT rolname || ' may sign in, or more' FROM r WHERE mighty
        UNION ALL SELECT rolname || ' is a member of ' || m.roleid::regrole FROM r JOIN pg_auth_members m ON m.member = r.oid
        UNION ALL SELECT rolname || ' owns ' || c.oid::regclass FROM r JOIN pg_class c ON c.relowner = r.oid
        UNION ALL SELECT rolname || ' may create in schema ' || n.nspname FROM r, pg_namespace n WHERE n.nspname {Ours} AND has_schema_privilege(r.oid, n.oid, 'CREATE')
        UNION ALL SELECT rolname || ' may ' || lower(p.power) || ' ' || c.oid::regclass FROM r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
               (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) AS p(power)
         WHERE c.relkind IN ('r', 'p') AND n.nspname {Ours} AND has_table_privilege(r.oid, c.oid, p.power)
        ORDER BY 1
        """);

    /// <summary>What <c>barometre_rights</c> is to be able to do, by what the tables are: take away the rows of a person and of an account, put in those of a record that comes in.</summary>
    public static Task<IReadOnlyList<string>> PowersOfRightsAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        WITH t AS (SELECT c.oid, a.attname AS named FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname IN ('service_user_id', 'person_id', 'account_id')
                    WHERE {Ordinary} AND n.nspname NOT IN ('vault', 'jobs'))
        SELECT 'barometre_rights may ' || power || ' ' || oid::regclass FROM t, (VALUES ('insert'), ('delete')) AS p(power) WHERE named <> 'account_id' OR power = 'delete'
        UNION SELECT 'barometre_rights may delete ' || f.conrelid::regclass FROM pg_constraint f JOIN t ON t.oid = f.confrelid AND t.named = 'account_id'
         WHERE f.contype = 'f' AND cardinality(f.conkey) = 1
        UNION SELECT 'barometre_rights may delete participation.account'
        ORDER BY 1
        """);

    /// <summary>Who may add rows: <c>login table</c>.</summary>
    public static Task<IReadOnlyList<string>> AdditionsAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        SELECT r.rolname || ' ' || n.nspname || '.' || c.relname FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE r.rolname IN ('barometre_app', 'barometre_worker') AND {Ordinary} AND has_any_column_privilege(r.oid, c.oid, 'INSERT') ORDER BY 1
        """);

    /// <summary>What the app and the worker may change of rows already written: <c>login table column</c>, or <c>login table (delete)</c>.</summary>
    public static Task<IReadOnlyList<string>> ChangesAsync(NpgsqlDataSource source) => LinesAsync(source, $"""
        WITH r AS (SELECT oid, rolname FROM pg_roles WHERE rolname IN ('barometre_app', 'barometre_worker')),
             t AS (SELECT c.oid, n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Ordinary})
        SELECT rolname || ' ' || t.name || ' ' || a.attname FROM r, t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
         WHERE has_column_privilege(r.oid, t.oid, a.attnum, 'UPDATE')
        UNION ALL SELECT rolname || ' ' || t.name || ' (delete)' FROM r, t WHERE has_table_privilege(r.oid, t.oid, 'DELETE')
        ORDER BY 1
        """);

    private static async Task<IReadOnlyList<string>> LinesAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
