namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>Who calls, and how they stand to the record that the call is about, as plain facts.</summary>
/// <param name="Session"><c>none</c>, <c>live</c>, <c>ended</c> or <c>expired</c>.</param>
/// <param name="Strong">Signed in with a second factor.</param>
/// <param name="Demonstration">The record's project is a demonstration.</param>
/// <param name="Self">The record is the caller's own.</param>
/// <param name="Held">Roles that the caller holds today, each in the record's project (<c>own</c>), in another one of another organisation (<c>other</c>), or in none.</param>
/// <param name="Place">The caller's place in the record's circle.</param>
/// <param name="Key">The key that another system sends in place of a session.</param>
internal sealed record Situation(
    string Name, string Session = "live", bool Strong = true, bool Demonstration = true, bool Self = false, IReadOnlyList<(string Role, string? In)>? Held = null, Place? Place = null, Key? Key = null)
{
    /// <summary>The person said no to being accompanied.</summary>
    public bool Closed { get; init; }

    /// <summary>The person froze the record.</summary>
    public bool Frozen { get; init; }

    /// <summary>The person has no account.</summary>
    public bool Unclaimed { get; init; }

    /// <summary>The person said no to this system.</summary>
    public bool SystemRefused { get; init; }

    /// <summary>How the person keeps the caller out: by <c>account</c>, <c>organisation</c>, <c>project</c> <c>role</c> (practitioners), or from this <c>tab</c> alone.</summary>
    public string? KeptOut { get; init; }

    /// <summary>The caller represents the person.</summary>
    public Represents? Represents { get; init; }

    /// <summary>The caller opened the record in an emergency: <c>open</c>, <c>over</c>, <c>unjustified</c>, or <c>off</c>: the project allows it no longer.</summary>
    public string? Emergency { get; init; }

    public IReadOnlyList<(string Role, string? In)> Roles => Held ?? [];

    /// <summary>Every situation that an operation's answer may depend on.</summary>
    public static IEnumerable<Situation> All() =>
    [
        new("anonymous", Session: "none"),
        new("the person", Self: true),
        new("the person, with a weak sign-in outside the demonstration", Self: true, Strong: false, Demonstration: false),
        new("the person, session ended", Session: "ended", Self: true),
        new("the person, session expired", Session: "expired", Self: true),
        new("another service user"),
        .. Circle("practitioner"), .. Circle("relative"), .. Circle("integrator"),
        .. Offices("practitioner"), .. Offices("coordinator"), .. Offices("researcher"), .. Offices("integrator"), .. Offices("relative"),
        .. Keys(), .. Answers(), .. Beside(),
        new("administrator", Held: [("administrator", null)]),
        new("administrator, weak sign-in", Strong: false, Held: [("administrator", null)]),
        new("administrator, session ended", Session: "ended", Held: [("administrator", null)]),
    ];

    // A relative's place stands on nothing but the person's wish; the others' on a role in a project where the person is.
    private static IEnumerable<Situation> Circle(string role)
    {
        IReadOnlyList<(string, string?)> held = role == "relative" ? [] : [(role, "own")];
        foreach (var level in (string[])["none", "read", "contribute"])
        {
            yield return new($"{role}, {level}", Held: held, Place: new(role, level));
        }

        yield return new($"{role}, every tab closed", Held: held, Place: new(role, "closed"));
        yield return new($"{role}, contribute, session ended", Session: "ended", Held: held, Place: new(role, "contribute"));
        yield return new($"{role}, contribute, weak sign-in outside the demonstration", Strong: false, Demonstration: false, Held: held, Place: new(role, "contribute"));
        yield return new($"{role}, contribute, weak sign-in in the demonstration", Strong: false, Held: held, Place: new(role, "contribute"));
        yield return new($"{role}, contribute, strong sign-in outside the demonstration", Demonstration: false, Held: held, Place: new(role, "contribute"));
        yield return new($"{role}, place ended", Held: held, Place: new(role, "contribute", State: "ended"));
        yield return new($"{role}, invited only", Held: held, Place: new(role, "contribute", State: "invited"));
        if (role != "relative")
        {
            yield return new($"{role}, departed from the project", Place: new(role, "contribute"));
            yield return new($"{role}, the person departed from the project", Held: held, Place: new(role, "contribute", Enrolled: false));
            yield return new($"{role} of another organisation, contribute", Held: [(role, "other")], Place: new(role, "contribute", From: "other"));
            yield return new($"{role} of another organisation, where the person is not", Held: [(role, "other")], Place: new(role, "contribute", From: "other", Enrolled: false));
        }
    }

    // What the person answered, and whom it closes the record to.
    private static IEnumerable<Situation> Answers()
    {
        IReadOnlyList<(string, string?)> practitioner = [("practitioner", "own")];
        IReadOnlyList<(string, string?)> integrator = [("integrator", "own")];
        Place place = new("practitioner", "contribute");
        yield return new("the person, who closed their record to their circle", Self: true) { Closed = true };
        yield return new("the person, who froze their record", Self: true) { Frozen = true };
        foreach (var (held, role) in new[] { (practitioner, "practitioner"), ([], "relative"), (integrator, "integrator") })
        {
            yield return new($"{role}, the record closed to the circle", Held: held, Place: place with { Role = role }) { Closed = true };
            yield return new($"{role}, the record frozen", Held: held, Place: place with { Role = role }) { Frozen = true };
            yield return new($"{role}, kept out by account", Held: held, Place: place with { Role = role }) { KeptOut = "account" };
            yield return new($"{role}, kept from this tab", Held: held, Place: place with { Role = role }) { KeptOut = "tab" };
            yield return new($"{role}, practitioners kept out", Held: held, Place: place with { Role = role }) { KeptOut = "role" };
            yield return new($"{role}, the person without an account", Held: held, Place: place with { Role = role }) { Unclaimed = true };
            yield return new($"{role}, the person without an account, the record closed", Held: held, Place: place with { Role = role }) { Unclaimed = true, Closed = true };
        }

        yield return new("practitioner, their organisation kept out", Held: practitioner, Place: place) { KeptOut = "organisation" };
        yield return new("practitioner, their project kept out", Held: practitioner, Place: place) { KeptOut = "project" };
        yield return new("practitioner beside a person without an account, weak sign-in outside the demonstration", Strong: false, Demonstration: false, Held: practitioner, Place: place) { Unclaimed = true };
        yield return new("key, the person said no to the system", Held: integrator, Place: place with { Role = "integrator" }, Key: new("contribute")) { SystemRefused = true };
        yield return new("key, the record closed to the circle", Held: integrator, Place: place with { Role = "integrator" }, Key: new("contribute")) { Closed = true };
    }

    // Outside the circle, and yet not a stranger.
    private static IEnumerable<Situation> Beside()
    {
        IReadOnlyList<(string, string?)> held = [("practitioner", "own")];
        yield return new("representative, reads this tab and decides") { Represents = new(Reads: true, Rights: true) };
        yield return new("representative, reads this tab only") { Represents = new(Reads: true, Rights: false) };
        yield return new("representative, reads the other tabs only") { Represents = new(Reads: false, Rights: false) };
        yield return new("representative, contested by the person") { Represents = new(Reads: true, Rights: true, Contested: true) };
        yield return new("representative, ended") { Represents = new(Reads: true, Rights: true, When: "ended") };
        yield return new("representative, past their day") { Represents = new(Reads: true, Rights: true, When: "past") };
        yield return new("representative, not begun") { Represents = new(Reads: true, Rights: true, When: "future") };
        yield return new("representative, the record frozen") { Represents = new(Reads: true, Rights: true), Frozen = true };
        yield return new("representative, the record closed to the circle") { Represents = new(Reads: true, Rights: true), Closed = true };
        yield return new("representative, who came to work where the person is", Held: held) { Represents = new(Reads: true, Rights: true) };
        yield return new("representative, weak sign-in outside the demonstration", Strong: false, Demonstration: false) { Represents = new(Reads: true, Rights: true) };
        foreach (var state in (string[])["open", "over", "unjustified", "off"])
        {
            yield return new($"practitioner, emergency {state}", Held: held) { Emergency = state };
        }

        yield return new("practitioner, emergency open, weak sign-in outside the demonstration", Strong: false, Demonstration: false, Held: held) { Emergency = "open" };
        yield return new("practitioner, emergency open, kept out since", Held: held) { Emergency = "open", KeptOut = "account" };
        yield return new("practitioner, emergency open, frozen since", Held: held) { Emergency = "open", Frozen = true };
        yield return new("practitioner, emergency open, closed since", Held: held) { Emergency = "open", Closed = true };
        yield return new("practitioner, emergency open, departed from the project") { Emergency = "open" };
    }

    // Another system has no session: what its key's project, scopes and state leave of what the person opened to it.
    private static IEnumerable<Situation> Keys()
    {
        IReadOnlyList<(string, string?)> held = [("integrator", "own")];
        IReadOnlyList<(string, string?)> both = [("integrator", "own"), ("integrator", "other")];
        Place open = new("integrator", "contribute");
        foreach (var scope in (string[])["none", "read", "contribute"])
        {
            yield return new($"key, scope {scope}", Held: held, Place: open, Key: new(scope));
        }

        yield return new("key, scope contribute, opened to read", Held: held, Place: open with { Level = "read" }, Key: new("contribute"));
        yield return new("key, scope contribute, opened no further than none", Held: held, Place: open with { Level = "none" }, Key: new("contribute"));
        yield return new("key, outside the demonstration", Strong: false, Demonstration: false, Held: held, Place: open, Key: new("contribute"));
        yield return new("key, not in the circle", Held: held, Key: new("contribute"));
        yield return new("key, invited only", Held: held, Place: open with { State = "invited" }, Key: new("contribute"));
        yield return new("key, place ended", Held: held, Place: open with { State = "ended" }, Key: new("contribute"));
        yield return new("key, departed from the project", Place: open, Key: new("contribute"));
        yield return new("key, the person departed from the project", Held: held, Place: open with { Enrolled = false }, Key: new("contribute"));
        yield return new("key, revoked", Held: held, Place: open, Key: new("contribute", "revoked"));
        yield return new("key, rotated, both work", Held: held, Place: open, Key: new("contribute", "rotated"));
        yield return new("key, rotated, its overlap over", Held: held, Place: open, Key: new("contribute", "rotated out"));
        yield return new("key, never made", Held: held, Place: open, Key: new("contribute", "unknown"));
        yield return new("key of another project, place from the record's", Held: both, Place: open, Key: new("contribute", In: "other"));
        yield return new("key of another project, place from there", Held: both, Place: open with { From = "other" }, Key: new("contribute", In: "other"));
        yield return new("key, revoked, and a session beside it", Held: held, Place: open, Key: new("contribute", "revoked", Beside: true));
    }

    private static IEnumerable<Situation> Offices(string role) =>
    [
        new($"{role} of the project, not in the circle", Held: [(role, "own")]),
        new($"{role} of another project, not in the circle", Held: [(role, "other")]),
        new($"{role} of the project, weak sign-in outside the demonstration", Strong: false, Demonstration: false, Held: [(role, "own")]),
    ];
}

/// <summary>A place in the circle, held from the record's project or from another organisation's.</summary>
/// <param name="Level">How far the operation's tab is open; the other tabs are open the other way, so that only the right one counts. <c>closed</c>: none is.</param>
/// <param name="Enrolled">The person is in the project that the place comes from.</param>
internal sealed record Place(string Role, string Level, string State = "active", string From = "own", bool Enrolled = true);

/// <summary>That the caller represents the person.</summary>
/// <param name="Reads">The operation's tab; otherwise the four others.</param>
/// <param name="Rights">And decides in their rights.</param>
/// <param name="When"><c>now</c>, <c>ended</c>, <c>past</c> or <c>future</c>.</param>
/// <param name="Contested">The person contests it: it opens what it opened, and what is decided through it is refused where it is decided.</param>
internal sealed record Represents(bool Reads, bool Rights, string When = "now", bool Contested = false);

/// <summary>Another system's key.</summary>
/// <param name="Scope">How far it reaches in the operation's tab; in the other tabs it reaches the other way.</param>
/// <param name="State"><c>live</c>; <c>revoked</c>; <c>rotated</c>: another took its place and it still works; <c>rotated out</c>: it no longer does; <c>unknown</c>: nobody made it.</param>
/// <param name="In">The project that it was made for.</param>
/// <param name="Beside">The caller sends a bearer token too: the key counts.</param>
internal sealed record Key(string Scope, string State = "live", string In = "own", bool Beside = false)
{
    public bool Works => State is "live" or "rotated";
}
