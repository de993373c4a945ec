namespace Barometre.Infrastructure.Rights.Catalogue;

/// <summary>What does not leave with an archive, and why: everything else that names the person does.</summary>
internal static class LeftOut
{
    /// <summary>Whole tables.</summary>
    public static readonly IReadOnlyDictionary<string, string> Tables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["accomplishment_plan.print"] = "that a copy was asked for: what stands in it is in the archive",
        ["accomplishment_plan.print_file"] = "a copy of what is in the archive",
        ["participation.one_time_code"] = "hashes of codes that open the record",
        ["participation.tombstone"] = "what recipients read to remove what they had: addressed to them",
        ["platform.idempotency"] = "answers to requests, sealed for the installation, for a day",
        ["rights.archive"] = "that a copy was asked for: what stands in it is in the archive",
        ["rights.archive_piece"] = "a copy of what is in the archive",
        ["rights.carried_row"] = "rows that came from elsewhere: each leaves in the file of its own table",
        ["rights.erased_rows"] = "there only while a record is being erased",
        ["rights.trace"] = "there only when a record was erased",
    };

    /// <summary>Tables of which only the rows of the person's own account leave.</summary>
    public static readonly IReadOnlyDictionary<string, string> OthersRows = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["accomplishment_plan.reminder"] = "what somebody else is reminded of, and whether they read it, is theirs",
        ["coproduction.read_mark"] = "how far somebody else has read is theirs",
        ["coproduction.visit"] = "when somebody else last saw the record is in the register; what is new to them is theirs",
    };

    /// <summary>Tables that leave, and are not taken in: what is asked for or announced in one installation means nothing in another.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotTakenIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rights.arrival"] = "how the record came to the installation that it leaves",
        ["rights.erasure"] = "what was asked for there, and not here",
        ["rights.keeping"] = "what was announced there: whoever takes the record along is in contact",
    };

    /// <summary>Tables whose rows only the person's own account may read, or mean something for it alone: carried along sealed, and given to the account that claims the record (<c>rights.adopt_rows</c>).</summary>
    public static readonly IReadOnlySet<string> OfTheAccount =
        new HashSet<string>([.. OthersRows.Keys, "coproduction.note", "coproduction.note_fact"], StringComparer.Ordinal);

    /// <summary>Events on their way to the jobs, in every module: ids of what stands in its tables.</summary>
    public const string Outbox = ".outbox";

    public static bool Is(string table) => Tables.ContainsKey(table) || table.EndsWith(Outbox, StringComparison.Ordinal);
}
