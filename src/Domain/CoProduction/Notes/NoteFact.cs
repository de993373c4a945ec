using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Notes;

/// <summary>What happened to a private note.</summary>
public enum NoteFactKind
{
    Written,
    Reworded,

    /// <summary>Opened to whoever may see what it is about.</summary>
    Shown,

    /// <summary>Taken back: the person's alone again.</summary>
    Hidden,

    /// <summary>Its words are gone.</summary>
    ThrownAway,
}

/// <summary>Something that happened to a private note, at a time: its history, which is never shown to anybody but its author.</summary>
public sealed class NoteFact : NotedFact
{
    private NoteFact()
    {
    }

    private NoteFact(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid NoteId { get; private init; }

    public NoteFactKind Kind { get; private init; }

    /// <summary>Null for what has no words, and once the note was thrown away.</summary>
    public byte[]? WordsSealed { get; private set; }

    internal static NoteFact Of(Guid noteId, NoteFactKind kind, byte[]? wordsSealed, Noting noting, DateTimeOffset now, DateTimeOffset? after = null) =>
        new(noting, now, after) { NoteId = noteId, Kind = kind, WordsSealed = wordsSealed };

    internal void LoseWords() => WordsSealed = null;
}
