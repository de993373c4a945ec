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

    /// <summary>Tables of which somebody else than the person, who decides in their rights, takes along only the rows (<c>t</c>) that are not the person's alone.</summary>
    public static readonly IReadOnlyDictionary<string, string> ThePersonsAlone = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["coproduction.note"] = "false",
        ["coproduction.note_fact"] = "false",
        // How somebody is worked with is the person's to show, one sheet at a time.
        ["coproduction.effects_answer"] = "t.family <> 'process'",
        ["coproduction.effects_sheet"] = "EXISTS (SELECT 1 FROM coproduction.effects_answer a WHERE a.service_user_id = t.service_user_id AND a.sheet_id = t.id AND a.family <> 'process')",
        ["coproduction.effects_showing"] = "false",
        // A theme whose comments the person keeps to themself, and what was said of it, in a meeting too.
        ["quality_of_life.comment"] = $"NOT {Closed("t.theme")}",
        ["coproduction.conversation"] = $"NOT {Closed("t.about_theme")}",
        ["coproduction.message_fact"] = $"NOT EXISTS (SELECT 1 FROM coproduction.conversation v WHERE v.service_user_id = t.service_user_id AND v.id = t.conversation_id AND {Closed("v.about_theme")})",
        ["coproduction.agenda_item"] = $"NOT {ClosedItem("t")}",
        ["coproduction.agenda_fact"] = $"NOT EXISTS (SELECT 1 FROM coproduction.agenda_item i WHERE i.service_user_id = t.service_user_id AND i.id = t.item_id AND {ClosedItem("i")})",
        // Who looked is the person's to read.
        ["participation.register_entry"] = "false",
        ["participation.register_head"] = "false",
    };

    /// <summary>Words that only the person sees, whoever sees their row: <c>schema.table.column</c>.</summary>
    public static readonly IReadOnlySet<string> ThePersonsWords = new HashSet<string>(["participation.circle_member.label"], StringComparer.Ordinal);

    /// <summary>Events on their way to the jobs, in every module: ids of what stands in its tables.</summary>
    public const string Outbox = ".outbox";

    private static string Closed(string theme) =>
        $"EXISTS (SELECT 1 FROM quality_of_life.comment_closing c WHERE c.service_user_id = t.service_user_id AND c.theme = {theme} AND c.until IS NULL)";

    // A rating comes down to its theme.
    private static string ClosedItem(string item) => $"""
        EXISTS (SELECT 1 FROM quality_of_life.comment_closing c WHERE c.service_user_id = t.service_user_id AND c.until IS NULL AND (c.theme = {item}.theme
            OR {item}.thing_kind = 'rating' AND c.theme = (SELECT w.theme FROM quality_of_life.answer w WHERE w.service_user_id = t.service_user_id AND w.id = {item}.thing_id)))
        """;

    public static bool Is(string table) => Tables.ContainsKey(table) || table.EndsWith(Outbox, StringComparison.Ordinal);
}
