using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.CoProduction.GivenMeeting;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What holds of an agenda that two devices edit at once, or offline, whatever each does and in whatever order it arrives.</summary>
public class AgendaProperties
{
    private static readonly Guid MeetingId = Guid.Parse("0199d9a0-0000-7000-8000-0000000000bb");
    private static readonly Thing[] Things = [Theme("needs.housing"), Theme("needs.food"), new(ThingKind.Goal, null, Guid.Parse("0199d9a0-0000-7000-8000-0000000000cc"))];

    private static readonly Gen<Edit> Any =
        from what in Gen.Choose(0, 5)
        from item in Gen.Choose(0, 4)
        from other in Gen.Choose(-1, 5)
        from who in Gen.Elements(Enum.GetValues<Perspective>())
        from shuffle in Gen.Choose(0, int.MaxValue - 1)
        select new Edit(what, item, other, who, shuffle);

    private static readonly Gen<Topic> AnyTopic =
        from reason in Gen.Elements(Enum.GetValues<AgendaReason>())
        from thing in Gen.Elements(Things)
        from star in Gen.Elements(true, false)
        select new Topic(reason, star && thing.Kind == ThingKind.Theme ? thing with { Kind = ThingKind.Star } : thing);

    private static Arbitrary<Edit[]> Histories { get; } = Gen.Sized(size => Any.ArrayOf(Math.Min(50, 5 + size))).ToArbitrary();

    private static Arbitrary<Topic[][]> Drawings { get; } = AnyTopic.ArrayOf(4).ArrayOf(4).ToArbitrary();

    [Fact]
    public void In_whatever_order_edits_arrive_the_agenda_is_the_same() =>
        Prop.ForAll(Histories, edits =>
        {
            var (items, facts) = Play(edits, inOrder: true);
            var (shuffledItems, shuffledFacts) = Play(edits, inOrder: false);
            return Told(Agenda.Of(items, facts)).SequenceEqual(Told(Agenda.Of(shuffledItems, shuffledFacts)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_edit_is_lost_every_item_stands_once_and_every_note_is_there() =>
        Prop.ForAll(Histories, edits =>
        {
            var (items, facts) = Play(edits, inOrder: false);
            var agenda = Agenda.Of(items, facts);
            return agenda.Select(entry => entry.Item.Id).Order().SequenceEqual(items.Select(item => item.Id).Order())
                && agenda.SelectMany(entry => entry.Notes).Select(note => note.Id).Order()
                    .SequenceEqual(facts.Where(fact => fact.Kind is AgendaFactKind.Said or AgendaFactKind.Decided).Select(fact => fact.Id).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_words_and_strikings_the_latest_by_time_counts_and_an_item_stands_right_after_what_it_was_put_after_last() =>
        Prop.ForAll(Histories, edits =>
        {
            var (items, facts) = Play(edits, inOrder: false);
            var agenda = Agenda.Of(items, facts).ToList();
            var last = facts.Where(fact => fact.Kind == AgendaFactKind.Placed && fact.AfterItemId != fact.ItemId && (fact.AfterItemId is null || items.Exists(item => item.Id == fact.AfterItemId)))
                .InOrder().LastOrDefault();
            return agenda.TrueForAll(entry => entry.Struck == (Last(facts, entry, AgendaFactKind.Struck, AgendaFactKind.TakenBack)?.Kind == AgendaFactKind.Struck)
                    && entry.Wording == Last(facts, entry, AgendaFactKind.Added, AgendaFactKind.Reworded))
                && (last is null || agenda.FindIndex(entry => entry.Item.Id == last.ItemId) - 1 == (last.AfterItemId is null ? -1 : agenda.FindIndex(entry => entry.Item.Id == last.AfterItemId)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_but_the_person_ever_decided_anything() =>
        Prop.ForAll(Histories, edits => Play(edits, inOrder: false).Facts.Where(fact => fact.Kind == AgendaFactKind.Decided).All(fact => fact.IsThePersons)).QuickCheckThrowOnFailure();

    [Fact]
    public void Drawing_again_adds_what_is_new_and_neither_removes_nor_doubles_nor_takes_back_anything() =>
        Prop.ForAll(Drawings, drawings =>
        {
            List<AgendaItem> items = [];
            List<AgendaFact> facts = [];
            foreach (var topics in drawings)
            {
                var before = items.ConvertAll(item => item.Id);
                var (added, reasons) = Agenda.Draw(items, facts, topics, By(Perspective.Practitioner), MeetingId, Now);
                items.AddRange(added);
                facts.AddRange(reasons);
                var again = Agenda.Draw(items, facts, topics, By(Perspective.ServiceUser), MeetingId, Now.AddMinutes(1));
                if (again.Items.Count + again.Facts.Count > 0 || !before.TrueForAll(id => items.Exists(item => item.Id == id)))
                {
                    return false;
                }

                facts.Add(items[0].Strike(By(Perspective.ServiceUser), struck: true, Now));
            }

            var agenda = Agenda.Of(items, facts);
            return items.Select(item => item.Thing).Distinct().Count() == items.Count && items.TrueForAll(item => item.ThingKind != ThingKind.Star)
                && agenda.Single(entry => entry.Item == items[0]).Struck
                && agenda.All(entry => entry.Reasons.SequenceEqual(
                    drawings.SelectMany(topics => topics).Where(topic => (topic.Thing.Theme, topic.Thing.Id) == (entry.Item.Theme, entry.Item.ThingId)).Select(topic => topic.Reason).Distinct().Order()));
        }).QuickCheckThrowOnFailure();

    private static AgendaFact? Last(IEnumerable<AgendaFact> facts, AgendaEntry entry, params AgendaFactKind[] kinds) =>
        facts.Where(fact => fact.ItemId == entry.Item.Id && kinds.Contains(fact.Kind)).InOrder().LastOrDefault();

    private static IEnumerable<string> Told(IEnumerable<AgendaEntry> agenda) =>
        agenda.Select(entry => $"{entry.Item.Id} {entry.Wording?.Id} {entry.Struck} {string.Join(' ', entry.Notes.Select(note => note.Id))}");

    /// <summary>Each edit at a minute of its own by its device's clock; sent at once, or all a month later and mixed up.</summary>
    private static (List<AgendaItem> Items, List<AgendaFact> Facts) Play(Edit[] edits, bool inOrder)
    {
        List<AgendaItem> items = [];
        List<AgendaFact> facts = [];
        for (var i = 0; i < 5; i++)
        {
            var (item, fact) = AgendaItem.Write(By((Perspective)(i % 3), at: Now.AddDays(-1).AddSeconds(i), id: Id(-1 - i)), MeetingId, [1], Now);
            items.Add(item);
            facts.Add(fact);
        }

        var sent = edits.Index();
        foreach (var (number, edit) in inOrder ? sent : sent.OrderBy(each => each.Item.Shuffle))
        {
            var noting = By(edit.By, at: Now.AddMinutes(number), id: Id(number));
            try
            {
                facts.Add(edit.On(items[edit.Item], noting, inOrder ? Now.AddMinutes(number) : Now.AddDays(30).AddSeconds(facts.Count)));
            }
            catch (RuleViolation)
            {
                // Somebody else's words, or the person's decision.
            }
        }

        return (items, facts);
    }

    private static Guid Id(int number) => Guid.Parse($"0199d9a0-0000-7000-9000-{number + 1000:D12}");

    private sealed record Edit(int What, int Item, int Other, Perspective By, int Shuffle)
    {
        public AgendaFact On(AgendaItem item, Noting noting, DateTimeOffset now) => What switch
        {
            0 => item.Reword(noting, [2], now),
            1 => item.Place(noting, Other < 0 ? null : Id(-1 - Other), now),
            2 => item.Strike(noting, struck: true, now),
            3 => item.Strike(noting, struck: false, now),
            4 => item.Note(noting, decided: false, new AgendaNote([3], null, null), now),
            _ => item.Note(noting, decided: true, new AgendaNote([4], null, null), now),
        };
    }
}
