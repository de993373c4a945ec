using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Meetings;

/// <summary>One thing done to an item of an agenda, at one time, by somebody.</summary>
public sealed class AgendaFact : NotedFact
{
    private AgendaFact()
    {
    }

    private AgendaFact(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid MeetingId { get; private init; }

    public Guid ItemId { get; private init; }

    public AgendaFactKind Kind { get; private init; }

    /// <summary>Why it was drawn.</summary>
    public AgendaReason? Reason { get; private init; }

    public byte[]? WordsSealed { get; private init; }

    /// <summary>The item that it was put after; null for first.</summary>
    public Guid? AfterItemId { get; private init; }

    public ThingKind? LinkKind { get; private init; }

    public string? LinkTheme { get; private init; }

    public Guid? LinkId { get; private init; }

    /// <summary>When it is to be looked at again, where the person lives.</summary>
    public DateOnly? NextOn { get; private init; }

    /// <summary>What a note led to.</summary>
    public Thing? Link => LinkKind is { } kind ? new Thing(kind, LinkTheme, LinkId) : null;

    internal static AgendaFact Of(
        Noting noting, Guid meetingId, Guid itemId, AgendaFactKind kind, DateTimeOffset now, byte[]? words = null, Guid? after = null, AgendaNote? note = null, DateTimeOffset? since = null) =>
        new(noting, now, since)
        {
            MeetingId = meetingId,
            ItemId = itemId,
            Kind = kind,
            WordsSealed = words,
            AfterItemId = after,
            LinkKind = note?.Link?.Kind,
            LinkTheme = note?.Link?.Theme,
            LinkId = note?.Link?.Id,
            NextOn = note?.NextOn,
        };

    internal static AgendaFact Drawn(Noting noting, AgendaItem item, AgendaReason reason, DateTimeOffset now) =>
        new(noting, now, null) { MeetingId = item.MeetingId, ItemId = item.Id, Kind = AgendaFactKind.Drawn, Reason = reason };
}
