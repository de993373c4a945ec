namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>What the house promises, in a form of its own: whoever reads this page knows who may do what. It shares no line with the program's decision.</summary>
internal static class Rule
{
    public static readonly Verdict Allowed = new(200, "");
    private static readonly Verdict NotSignedIn = new(401, "access.not-signed-in");
    private static readonly Verdict NotThere = new(404, "access.not-found");
    private static readonly Verdict TabClosed = new(403, "access.tab-closed");
    private static readonly Verdict OnlyReads = new(403, "access.only-reads");
    private static readonly Verdict NoSuchRole = new(403, "access.role-needed");
    private static readonly Verdict SecondFactor = new(403, "access.second-factor-needed");

    /// <summary>What a caller in that situation must be told.</summary>
    public static Verdict For(Operation operation, Situation caller)
    {
        if (operation.Kind == "anyone")
        {
            return Allowed;
        }

        if (caller.Session != "live" || caller.Key is { Works: false })
        {
            return NotSignedIn;
        }

        return operation.Kind switch
        {
            // A key has no account to look after.
            "signed_in" => caller.Key is null ? Allowed : NoSuchRole,
            // What somebody said is theirs whatever place they have now; a key has no further reach than its scopes.
            "own_words" => caller.Key is null or { Scope: "contribute" } ? Allowed : TabClosed,
            "own_record" => caller.Self ? Allowed : Knows(caller) ? NoSuchRole : NotThere,
            "circle" when caller.Self => Allowed,
            "circle" when caller.Represents is not null => !Knows(caller) ? NotThere : operation.Roles.Contains("representative") ? Allowed : NoSuchRole,
            "circle" => !Knows(caller) ? NotThere : InCircle(caller) && operation.Roles.Contains(caller.Place!.Role) ? Through(caller, caller.Place.Role, caller.Demonstration) : NoSuchRole,
            "record" when caller.Self => Allowed,
            "record" => !Knows(caller) ? NotThere : Rank(Reach(caller)) < Rank(operation.Level!) ? TabClosed : operation.Writes && !InCircle(caller) ? OnlyReads : Through(caller, Acts(caller), caller.Demonstration),
            "any_tab" when caller.Self => Allowed,
            "any_tab" => !Knows(caller) ? NotThere : OpenTabs(caller).Length == 0 ? TabClosed : operation.Writes && !InCircle(caller) ? OnlyReads : Through(caller, Acts(caller), caller.Demonstration),
            // In the person's rights: the person; whoever the law names; until they have an account, a practitioner beside them, also once the record is closed to the circle.
            "rights" when caller.Self || caller.Represents is { Rights: true } r && InForce(caller, r) => Allowed,
            "rights" => caller is { Unclaimed: true, Place.Role: "practitioner" } && Stands(caller) && !caller.Frozen ? Through(caller, "practitioner", caller.Demonstration)
                : Knows(caller) ? NoSuchRole : NotThere,
            "project" => ForProject(operation, [.. Held(caller).Where(held => held.In is null or "own")], caller) ?? NotThere,
            "any_project" => ForProject(operation, [.. Held(caller)], caller) ?? NoSuchRole,
            _ => throw new InvalidOperationException($"{operation.Id} needs access of the kind {operation.Kind}, which this table does not know: say here what it promises."),
        };
    }

    /// <summary>Whose act the register must show: somebody in the circle acted on a record that is not theirs.</summary>
    public static bool Registers(Operation operation, Situation caller) => operation.Kind is "record" or "circle" or "any_tab" or "rights" && !caller.Self && For(operation, caller) == Allowed;

    /// <summary>The tabs that the register must name, each in an entry of its own; an act on no tab names none.</summary>
    public static IEnumerable<string> Seen(Operation operation, Situation caller) => operation.Kind switch
    {
        "record" => [operation.Tab!],
        "any_tab" => OpenTabs(caller),
        _ => [""],
    };

    private static Verdict? ForProject(Operation operation, IReadOnlyList<(string Role, string? In)> held, Situation caller) =>
        held.Count == 0 ? null
        : !held.Any(role => operation.Roles.Contains(role.Role)) ? NoSuchRole
        : Through(caller, held.First(role => operation.Roles.Contains(role.Role)).Role, caller.Demonstration && held.All(role => role.In is not null));

    // A no of the person closes: to the whole circle, to everybody, to whom they keep out, to one system.
    private static bool InCircle(Situation caller) => Stands(caller) && !caller.Closed && !caller.Frozen && !caller.SystemRefused;

    // A place, and what it stands on.
    private static bool Stands(Situation caller) =>
        caller.Place is { State: "active" } place
        && (place.Role == "relative" || place.Enrolled && Held(caller).Contains((place.Role, place.From))) && !Hit(caller, place.Role);

    // Of the kinds that the world arranges, each hits a practitioner of the project; the role hits practitioners alone, and a relative is kept out by name. From a tab is not from the record.
    private static bool Hit(Situation caller, string role) => caller.KeptOut switch { null or "tab" => false, "account" => true, "role" => role == "practitioner", _ => role != "relative" };

    // Whoever works where the person is accompanied represents them not.
    private static bool InForce(Situation caller, Represents represents) => represents.When == "now" && !Held(caller).Any(held => held.In == "own");

    // Somebody outside the circle whom the record is open to all the same: a representative, to read what was named; a practitioner in an emergency, above no no of the person's.
    private static bool Beside(Situation caller) =>
        caller.Represents is { } r && InForce(caller, r) && !caller.Frozen && !caller.Closed
        || caller.Emergency is "open" && !caller.Closed && !caller.Frozen && caller.KeptOut is null && Held(caller).Contains(("practitioner", "own"));

    private static bool Knows(Situation caller) => InCircle(caller) || Beside(caller);

    private static string Acts(Situation caller) => InCircle(caller) ? caller.Place!.Role : caller.Represents is not null ? "representative" : "practitioner";

    private static string Reach(Situation caller) => InCircle(caller) ? caller.KeptOut == "tab" ? "none" : Open(caller, caller.Place!) : caller.Represents is { Reads: false } ? "none" : "read";

    // A key brings the roles of its own project and no other.
    private static IEnumerable<(string Role, string? In)> Held(Situation caller) => caller.Roles.Where(held => caller.Key is null || held.In == caller.Key.In);

    // The world opens the first tab as place and key say, and the others the other way.
    private static string[] OpenTabs(Situation caller) => !InCircle(caller) ? Reach(caller) == "read" ? World.Tabs[..1] : World.Tabs[1..] :
    [
        .. caller.Place is { } && Rank(Reach(caller)) > 0 ? World.Tabs[..1] : [],
        .. caller.Place?.Level == "none" && caller.Key is null or { Scope: "none" } ? World.Tabs[1..] : [],
    ];

    // No further than the person opened, and no further than the key's scope.
    private static string Open(Situation caller, Place place) => caller.Key is { } key && Rank(key.Scope) < Rank(place.Level) ? key.Scope : place.Level;

    // Practitioners and above need a second factor outside the demonstration; service users and relatives never.
    private static Verdict Through(Situation caller, string role, bool demonstration) => caller.Strong || demonstration || role is "relative" or "representative" || caller.Key is not null ? Allowed : SecondFactor;

    private static int Rank(string level) => level switch { "none" or "closed" => 0, "read" => 1, "contribute" => 2, _ => throw new ArgumentOutOfRangeException(nameof(level)) };
}

/// <summary>A status and the problem's code; 200 stands for "let through".</summary>
internal sealed record Verdict(int Status, string Code);
