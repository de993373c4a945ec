using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Marks;

/// <summary>That somebody wants to talk about a thing, or no longer does.</summary>
public sealed class MarkFact : NotedFact
{
    private MarkFact()
    {
    }

    private MarkFact(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public ThingKind Kind { get; private init; }

    public string? Theme { get; private init; }

    public Guid? ThingId { get; private init; }

    /// <summary>True: let’s talk about it. False: no longer, or it was talked about.</summary>
    public bool Marked { get; private init; }

    public Thing Thing => new(Kind, Theme, ThingId);

    public static MarkFact Note(Noting noting, Thing thing, bool marked, DateTimeOffset now) =>
        new(noting, now) { Kind = thing.Kind, Theme = thing.Theme, ThingId = thing.Id, Marked = marked };
}

/// <summary>A thing that somebody wants to talk about.</summary>
/// <param name="By">The first mark of each who does, oldest first; several people may mark one thing.</param>
public sealed record OpenMark(Thing Thing, IReadOnlyList<MarkFact> By)
{
    /// <summary>What is marked once all these were noted, in whatever order they arrived; oldest first.</summary>
    /// <remarks>Anybody takes back their own mark; the person, alone or together with somebody, takes any mark off: nobody keeps a subject on their table.</remarks>
    public static IReadOnlyList<OpenMark> Of(IEnumerable<MarkFact> facts)
    {
        List<MarkFact> open = [];
        foreach (var fact in facts.InOrder())
        {
            if (!fact.Marked)
            {
                open.RemoveAll(mark => mark.Thing == fact.Thing && (fact.IsThePersons || IsSameVoice(mark, fact)));
            }
            else if (!open.Exists(mark => mark.Thing == fact.Thing && IsSameVoice(mark, fact)))
            {
                open.Add(fact);
            }
        }

        return [.. open.GroupBy(mark => mark.Thing).Select(thing => new OpenMark(thing.Key, [.. thing]))];
    }

    // What the person marks together with somebody is theirs, whoever held the device.
    private static bool IsSameVoice(MarkFact one, MarkFact other) => one.IsThePersons ? other.IsThePersons : !other.IsThePersons && one.AuthorId == other.AuthorId;
}
