using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Notes;

/// <summary>Something the person wrote for themself, on a thing or on nothing: nobody else can open it, until they show it.</summary>
/// <remarks>The database holds it too: without the author's account, its rows are not given out (docs/decisions/0016).</remarks>
public sealed class Note : Aggregate
{
    /// <summary>The longest note, in characters (code points), before sealing.</summary>
    public const int Longest = 4000;

    private readonly List<NoteFact> _facts = [];

    private Note()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The person's account.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>What it is about; null for a note on nothing in particular.</summary>
    public ThingKind? Kind { get; private init; }

    public string? Theme { get; private init; }

    public Guid? ThingId { get; private init; }

    /// <summary>The theme that it comes down to, for a theme, a star and a rating.</summary>
    public string? AboutTheme { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>What it says now; null once it was thrown away.</summary>
    public byte[]? WordsSealed { get; private set; }

    /// <summary>Since when it says that.</summary>
    public DateTimeOffset WordsAt { get; private set; }

    /// <summary>Since when others may read it; null while it is the person's alone.</summary>
    public DateTimeOffset? ShownSince { get; private set; }

    /// <summary>When the server received the latest change.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All of them, when something is changed.</summary>
    public IReadOnlyList<NoteFact> Facts => _facts;

    /// <summary>What it is about; null for nothing in particular.</summary>
    public Thing? Thing => Kind is { } kind ? new Thing(kind, Theme, ThingId) : null;

    /// <summary>A note, the person's alone.</summary>
    /// <param name="wordsSealed">For the note, and for its history.</param>
    public static Note Write(Noting noting, Thing? thing, string? aboutTheme, (byte[] Now, byte[] Kept) wordsSealed, DateTimeOffset now)
    {
        var written = NoteFact.Of(noting.Id, NoteFactKind.Written, wordsSealed.Kept, noting, now);
        var note = new Note
        {
            ServiceUserId = noting.ServiceUserId,
            Id = noting.Id,
            AuthorId = noting.AuthorId,
            Kind = thing?.Kind,
            Theme = thing?.Theme,
            ThingId = thing?.Id,
            AboutTheme = aboutTheme,
            WrittenAt = written.At,
            WordsAt = written.At,
            WordsSealed = wordsSealed.Now,
            ChangedAt = written.RecordedAt,
        };
        note._facts.Add(written);
        return note;
    }

    /// <summary>Says it otherwise; the latest words by time count. Earlier ones stay the person's, also while the note is shown.</summary>
    /// <exception cref="RuleViolation">It was thrown away.</exception>
    public NoteFact Reword(Noting noting, (byte[] Now, byte[] Kept) wordsSealed, DateTimeOffset now)
    {
        var fact = Add(NoteFact.Of(Id, NoteFactKind.Reworded, wordsSealed.Kept, noting, now, WrittenAt));
        if (_facts.Where(one => one.WordsSealed is not null).InOrder().Last() == fact)
        {
            (WordsSealed, WordsAt) = (wordsSealed.Now, fact.At);
        }

        return fact;
    }

    /// <summary>Opens it to whoever may see what it is about, from then on; or takes it back, which stands after all that came before: a slow clock must not leave it open.</summary>
    /// <exception cref="RuleViolation">It was thrown away.</exception>
    public NoteFact Show(Noting noting, bool shown, DateTimeOffset now)
    {
        var fact = Add(NoteFact.Of(Id, shown ? NoteFactKind.Shown : NoteFactKind.Hidden, null, noting, now, shown ? WrittenAt : _facts.Max(one => one.At)));
        ShownSince = _facts.InOrder().Aggregate((DateTimeOffset?)null, (since, one) => one.Kind switch
        {
            NoteFactKind.Shown => since ?? one.At,
            NoteFactKind.Hidden => null,
            _ => since,
        });
        return fact;
    }

    /// <summary>Throws it away: the words of every version are gone. Thrown away twice, it is the first time that counts.</summary>
    public NoteFact ThrowAway(Noting noting, DateTimeOffset now)
    {
        if (_facts.Find(fact => fact.Kind == NoteFactKind.ThrownAway) is { } before)
        {
            return before;
        }

        _facts.ForEach(fact => fact.LoseWords());
        (WordsSealed, ShownSince) = (null, null);
        return Add(NoteFact.Of(Id, NoteFactKind.ThrownAway, null, noting, now, WrittenAt), evenSo: true);
    }

    private NoteFact Add(NoteFact fact, bool evenSo = false)
    {
        if (WordsSealed is null && !evenSo)
        {
            throw new RuleViolation(CoProductionErrors.NoteThrownAway);
        }

        _facts.Add(fact);
        ChangedAt = fact.RecordedAt;
        Touch();
        return fact;
    }
}
