using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Meetings;

/// <summary>Why something of the record came onto an agenda.</summary>
public enum AgendaReason
{
    /// <summary>Two voices see it differently.</summary>
    Gap,

    /// <summary>It matters most to the person now.</summary>
    Star,

    /// <summary>Somebody proposed it, and the person has not answered.</summary>
    Proposal,

    /// <summary>An action whose day has passed.</summary>
    LateAction,

    /// <summary>An action that was done since the last meeting.</summary>
    FinishedAction,

    /// <summary>Somebody marked it: let's talk about it.</summary>
    Mark,
}

/// <summary>What is done to an item of an agenda; each is a fact, and what several people do at once all counts.</summary>
public enum AgendaFactKind
{
    /// <summary>Written in words, by one of those who meet.</summary>
    Added,

    /// <summary>Drawn from the record, for a reason.</summary>
    Drawn,
    Reworded,

    /// <summary>Put after another item, or first.</summary>
    Placed,
    Struck,
    TakenBack,

    /// <summary>What was talked about, as the one who notes it sees it.</summary>
    Said,

    /// <summary>What was decided: the person's to say, alone or with others on one screen.</summary>
    Decided,
}

/// <summary>A place on a meeting's agenda: a thing of the record, or something in words; what was done to it are facts beside it.</summary>
public sealed class AgendaItem
{
    private AgendaItem()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid MeetingId { get; private init; }

    /// <summary>Null for one in words.</summary>
    public ThingKind? ThingKind { get; private init; }

    public string? Theme { get; private init; }

    public Guid? ThingId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Its place among those that came at the same moment, from 0.</summary>
    public short Rank { get; private init; }

    /// <summary>The account that wrote it; null for one that was drawn.</summary>
    public Guid? WrittenBy { get; private init; }

    /// <summary>The thing it is about; null for one in words.</summary>
    public Thing? Thing => ThingKind is { } kind ? new Thing(kind, Theme, ThingId) : null;

    /// <summary>An item in words.</summary>
    /// <param name="noting">Its id is the item's.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="wordsSealed">What it is.</param>
    /// <param name="now">The server's time.</param>
    public static (AgendaItem Item, AgendaFact Fact) Write(Noting noting, Guid meetingId, byte[] wordsSealed, DateTimeOffset now)
    {
        var fact = AgendaFact.Of(noting, meetingId, noting.Id, AgendaFactKind.Added, now, words: wordsSealed);
        return (new AgendaItem { ServiceUserId = noting.ServiceUserId, Id = noting.Id, MeetingId = meetingId, At = fact.At, WrittenBy = noting.AuthorId }, fact);
    }

    /// <summary>Other words, by whoever wrote it or by the person; what it said before stays readable.</summary>
    /// <exception cref="RuleViolation">It was drawn from the record, or is somebody else's.</exception>
    public AgendaFact Reword(Noting noting, byte[] wordsSealed, DateTimeOffset now) =>
        ThingKind is not null ? throw new RuleViolation(MeetingErrors.NoWordsOfItsOwn)
        : WrittenBy != noting.AuthorId && !noting.IsThePersons ? throw new RuleViolation(MeetingErrors.SomebodyElses)
        : Done(noting, AgendaFactKind.Reworded, now, words: wordsSealed);

    /// <summary>Puts it after another, or first when none is said.</summary>
    public AgendaFact Place(Noting noting, Guid? after, DateTimeOffset now) => Done(noting, AgendaFactKind.Placed, now, after: after);

    /// <summary>Strikes it, or takes it back onto the agenda; it never goes.</summary>
    public AgendaFact Strike(Noting noting, bool struck, DateTimeOffset now) => Done(noting, struck ? AgendaFactKind.Struck : AgendaFactKind.TakenBack, now);

    /// <summary>Notes what was talked about, or decided.</summary>
    /// <exception cref="RuleViolation">Nothing is said, or somebody else decides for the person.</exception>
    public AgendaFact Note(Noting noting, bool decided, AgendaNote note, DateTimeOffset now) =>
        note is { WordsSealed: null, Link: null, NextOn: null } ? throw new RuleViolation(MeetingErrors.NothingNoted)
        : decided && !noting.IsThePersons ? throw new RuleViolation(MeetingErrors.DecisionIsThePersons)
        : Done(noting, decided ? AgendaFactKind.Decided : AgendaFactKind.Said, now, note.WordsSealed, note: note);

    internal static AgendaItem Draw(Noting noting, Guid meetingId, Thing thing, int rank, DateTimeOffset at) => new()
    {
        ServiceUserId = noting.ServiceUserId,
        Id = Guid.CreateVersion7(),
        MeetingId = meetingId,
        ThingKind = thing.Kind,
        Theme = thing.Theme,
        ThingId = thing.Id,
        At = at,
        Rank = (short)rank,
    };

    private AgendaFact Done(Noting noting, AgendaFactKind kind, DateTimeOffset now, byte[]? words = null, Guid? after = null, AgendaNote? note = null) =>
        AgendaFact.Of(noting, MeetingId, Id, kind, now, words, after, note, since: At);
}

/// <summary>What is noted on an item.</summary>
/// <param name="Link">What it led to, if it led to something: a goal, a strength…</param>
/// <param name="NextOn">When this is to be looked at again, where the person lives.</param>
public sealed record AgendaNote(byte[]? WordsSealed, Thing? Link, DateOnly? NextOn);
