using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Meetings;

/// <summary>A reason to talk about a thing at the next meeting.</summary>
public sealed record Topic(AgendaReason Reason, Thing Thing);

/// <summary>An item of an agenda as it stands after all that was done to it.</summary>
/// <param name="Reasons">Why it was drawn; none for one in words.</param>
/// <param name="Wording">The fact whose words it shows; null for one that was drawn.</param>
/// <param name="Standing">The striking or taking back that counts; null when neither happened.</param>
/// <param name="Notes">What was said and decided, in the order of time: all of it.</param>
public sealed record AgendaEntry(AgendaItem Item, IReadOnlyList<AgendaReason> Reasons, AgendaFact? Wording, AgendaFact? Standing, IReadOnlyList<AgendaFact> Notes)
{
    /// <summary>True while it is struck: it stays to be seen, and can be taken back.</summary>
    public bool Struck => Standing?.Kind == AgendaFactKind.Struck;
}

/// <summary>A meeting's agenda, made of facts in whatever order they arrived: what two people do at once, or offline, all counts.</summary>
/// <remarks>Words and strikings: the latest by time counts, the others stay readable. Order: each moving, in the order of time, puts one item behind another. Notes are all kept.
/// Checked against random interleavings in AgendaProperties.</remarks>
public static class Agenda
{
    /// <summary>The entries in their order, struck ones in their places.</summary>
    public static IReadOnlyList<AgendaEntry> Of(IEnumerable<AgendaItem> items, IEnumerable<AgendaFact> facts)
    {
        var done = facts.InOrder().ToLookup(fact => fact.ItemId);
        var ordered = items.OrderBy(item => item.At).ThenBy(item => item.Rank).ThenBy(item => item.Id).Select(item => Entry(item, done[item.Id])).ToList();
        foreach (var moved in done.SelectMany(each => each).Where(fact => fact.Kind == AgendaFactKind.Placed).InOrder())
        {
            Move(ordered, moved);
        }

        return ordered;
    }

    /// <summary>What drawing adds: a place for each thing that has none, a reason for each that it was not drawn for yet. Nothing is removed, nothing comes twice, and what was struck stays struck.</summary>
    /// <param name="items">Those that the meeting has.</param>
    /// <param name="facts">What was done to them.</param>
    /// <param name="topics">What there is to talk about now, in the order in which it is to stand.</param>
    /// <param name="noting">Who draws; its id is of no account.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="now">The server's time.</param>
    public static (IReadOnlyList<AgendaItem> Items, IReadOnlyList<AgendaFact> Facts) Draw(
        IEnumerable<AgendaItem> items, IEnumerable<AgendaFact> facts, IEnumerable<Topic> topics, Noting noting, Guid meetingId, DateTimeOffset now)
    {
        var there = items.Where(item => item.Thing is not null).ToDictionary(item => item.Thing!);
        var drawn = facts.Where(fact => fact.Reason is not null).Select(fact => (fact.ItemId, fact.Reason!.Value)).ToHashSet();
        var at = FactTime.Of(noting.DeviceAt, now).At;
        List<AgendaItem> added = [];
        List<AgendaFact> reasons = [];
        foreach (var (reason, about) in topics)
        {
            var thing = Subject(about);
            if (!there.TryGetValue(thing, out var item))
            {
                item = AgendaItem.Draw(noting, meetingId, thing, added.Count, at);
                there.Add(thing, item);
                added.Add(item);
            }

            if (drawn.Add((item.Id, reason)))
            {
                reasons.Add(AgendaFact.Drawn(noting with { Id = Guid.CreateVersion7() }, item, reason, now));
            }
        }

        return (added, reasons);
    }

    // A theme that is a star and a gap is talked about once.
    private static Thing Subject(Thing thing) => thing.Kind == ThingKind.Star ? thing with { Kind = ThingKind.Theme } : thing;

    private static AgendaEntry Entry(AgendaItem item, IEnumerable<AgendaFact> done)
    {
        var facts = done.ToList();
        return new AgendaEntry(
            item,
            [.. facts.Select(fact => fact.Reason).OfType<AgendaReason>().Distinct().Order()],
            facts.FindLast(fact => fact.Kind is AgendaFactKind.Added or AgendaFactKind.Reworded),
            facts.FindLast(fact => fact.Kind is AgendaFactKind.Struck or AgendaFactKind.TakenBack),
            [.. facts.Where(fact => fact.Kind is AgendaFactKind.Said or AgendaFactKind.Decided)]);
    }

    private static void Move(List<AgendaEntry> ordered, AgendaFact moved)
    {
        var from = ordered.FindIndex(entry => entry.Item.Id == moved.ItemId);
        var after = moved.AfterItemId is { } id ? ordered.FindIndex(entry => entry.Item.Id == id) : -1;
        // Behind itself, or behind what this meeting does not have: it stays where it is.
        if (from < 0 || (moved.AfterItemId is not null && (after < 0 || after == from)))
        {
            return;
        }

        var entry = ordered[from];
        ordered.RemoveAt(from);
        ordered.Insert(after < from ? after + 1 : after, entry);
    }
}
