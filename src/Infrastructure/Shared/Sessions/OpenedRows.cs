using Npgsql;

namespace Barometre.Infrastructure.Shared.Sessions;

/// <summary>Which rows of people a session's statements see.</summary>
/// <param name="Person">Whose record; none without one.</param>
/// <param name="CodeHash">The hash, in hexadecimal, of a secret code that opens one row more.</param>
/// <param name="Everyone">True for the installation itself, under the worker's login.</param>
internal sealed record OpenedRows(Guid? Person, string? CodeHash, bool Everyone)
{
    /// <summary>Tells the database for whom the transaction runs, as what a statement selects.</summary>
    public const string Telling =
        "set_config('barometre.person', $1, true) AS person, set_config('barometre.account', $2, true), set_config('barometre.code', $3, true), set_config('barometre.scope', $4, true)";

    /// <summary>A statement that selects <see cref="Telling"/> before anything else; its own parameters begin with the fifth.</summary>
    public NpgsqlBatchCommand Announcing(string sql, Guid? account) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = Person?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = account?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = CodeHash ?? "" },
            new NpgsqlParameter<string> { TypedValue = Everyone ? "everyone" : "" },
        },
    };
}
