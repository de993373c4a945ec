using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.CoProduction.Given;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What holds whatever people say, edit, take back, mark and show, from devices that were offline for a month, in whatever order it arrives.</summary>
public sealed class DialogueProperties
{
    /// <summary>Something that a device sends: to the message it names, by one of three voices, at a time of its own.</summary>
    public sealed record Deed(Guid Id, int What, int Message, int Voice, int MinutesAgo);

    // Distinct times: at one instant it is the order of arrival that counts, and says so.
    private static Gen<Deed[]> Histories =>
        from deeds in Gen.ArrayOf(
            from what in Gen.Choose(0, 4)
            from message in Gen.Choose(0, 3)
            from voice in Gen.Choose(0, 2)
            from minutes in Gen.Choose(0, 1_000)
            select new Deed(Guid.CreateVersion7(), what, message, voice, minutes * 40))
        select deeds.DistinctBy(deed => deed.MinutesAgo).ToArray();

    [Fact]
    public void A_conversation_is_the_same_whatever_order_its_devices_send_in() => Prop.ForAll(Arb.From(Histories), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (deeds, seed) =>
    {
        var shuffled = deeds.ToArray();
        new Random(seed).Shuffle(shuffled);

        return Told(deeds).SequenceEqual(Told(shuffled));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Once_withdrawn_no_words_are_left_and_nothing_brings_them_back() => Prop.ForAll(Arb.From(Histories), deeds =>
        Talked(deeds).Facts.GroupBy(fact => fact.MessageId).All(message =>
            message.Any(fact => fact.Kind == MessageFactKind.Withdrawn) == message.All(fact => fact.WordsSealed is null))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_marked_does_not_depend_on_the_order_of_arrival() => Prop.ForAll(Arb.From(Histories), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (deeds, seed) =>
    {
        var marks = deeds.Select(Mark).ToArray();
        var shuffled = marks.ToArray();
        new Random(seed).Shuffle(shuffled);

        return Open(marks).SequenceEqual(Open(shuffled));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_mark_outlives_the_persons_taking_it_off() => Prop.ForAll(Arb.From(Histories), deeds =>
    {
        var marks = deeds.Select(Mark).ToList();
        return OpenMark.Of(marks).SelectMany(open => open.By).All(mark => !marks.Exists(off => !off.Marked && off.IsThePersons && off.Thing == mark.Thing && off.At > mark.At));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_note_says_and_shows_what_its_facts_say_in_whatever_order_they_arrived() => Prop.ForAll(Arb.From(Histories), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (deeds, seed) =>
    {
        var changes = deeds.Where(deed => deed.What < 4).ToArray();
        var shuffled = changes.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (one, other) = (Noted(changes), Noted(shuffled));

        // A taking back counts where it arrives, whatever its clock says: whether it is shown is the same in any order only without one.
        return one.WordsAt == other.WordsAt && one.WordsSealed!.SequenceEqual(other.WordsSealed!)
            && (Array.Exists(changes, deed => deed.What == 3) || one.ShownSince == other.ShownSince);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taken_back_last_a_note_is_shown_to_nobody_whatever_the_clock_of_the_device_says() => Prop.ForAll(
        Arb.From(Histories), Arb.From(Gen.Choose(0, 40_000)), (deeds, minutesAgo) =>
            Noted([.. deeds.Where(deed => deed.What < 4), new Deed(Guid.CreateVersion7(), 3, 0, 0, minutesAgo)]).ShownSince is null).QuickCheckThrowOnFailure();

    // Each message's author says it before any device can name it; what the domain refuses, it refuses.
    private static Conversation Talked(IEnumerable<Deed> deeds)
    {
        var conversation = Conversation();
        for (var message = 0; message < 4; message++)
        {
            conversation.Say(By(Voice(message), minutesAgo: 50_000 + message, id: Id(message)), [(byte)message], Now);
        }

        foreach (var deed in deeds)
        {
            try
            {
                Do(conversation, deed);
            }
            catch (RuleViolation refused)
            {
                Assert.Contains(refused.Error, (Error[])[CoProductionErrors.NotYourMessage, CoProductionErrors.MessageWithdrawn]);
            }
        }

        return conversation;
    }

    private static void Do(Conversation conversation, Deed deed)
    {
        var noting = By((Perspective)deed.Voice, minutesAgo: deed.MinutesAgo, id: deed.Id);
        switch (deed.What)
        {
            case 0:
                conversation.Say(noting, [9], Now);
                break;
            case 4:
                conversation.Withdraw(noting, Id(deed.Message), Now);
                break;
            default:
                conversation.Edit(noting, Id(deed.Message), [(byte)(10 + deed.What)], Now);
                break;
        }
    }

    /// <summary>What a reader is shown, in its order; when exactly it was withdrawn is whichever withdrawal came first.</summary>
    private static IEnumerable<(Guid, DateTimeOffset, byte, DateTimeOffset, bool)> Told(IEnumerable<Deed> deeds) =>
        from message in Talked(deeds).Facts.GroupBy(fact => fact.MessageId).Select(Message.Of)
        orderby message.Said.At, message.Said.Number
        let withdrawn = message.Withdrawal is not null
        select (message.Said.Id, message.Said.At, withdrawn ? (byte)0 : message.Latest.WordsSealed![0], withdrawn ? message.Said.At : message.Latest.At, withdrawn);

    private static MarkFact Mark(Deed deed) =>
        MarkFact.Note(By((Perspective)deed.Voice, deed.What == 3 ? Setting.Joint : Setting.Alone, deed.MinutesAgo, deed.Id), Housing with { Theme = $"theme.{deed.Message}" }, deed.What is 0 or 1 or 3, Now);

    private static IEnumerable<(Thing, Guid)> Open(IEnumerable<MarkFact> marks) => OpenMark.Of(marks).SelectMany(open => open.By.Select(mark => (open.Thing, mark.Id)));

    private static Note Noted(IEnumerable<Deed> deeds)
    {
        var note = Note.Write(By(Perspective.ServiceUser, minutesAgo: 50_000), null, null, ([0], [0]), Now);
        foreach (var deed in deeds)
        {
            var noting = By(Perspective.ServiceUser, minutesAgo: deed.MinutesAgo, id: deed.Id);
            byte[] words = [(byte)deed.Message];
            _ = deed.What < 2 ? note.Reword(noting, (words, words), Now) : note.Show(noting, deed.What == 2, Now);
        }

        return note;
    }

    private static Perspective Voice(int message) => (Perspective)(message % 3);

    private static Guid Id(int message) => Guid.Parse($"0199d9a0-1111-7000-8000-00000000000{message}");
}
