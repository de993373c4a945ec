using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.Given;

namespace Barometre.UnitTests.CoProduction;

public sealed class ConversationTests
{
    [Fact]
    public void Arrivals_are_numbered_without_a_gap_and_counted()
    {
        var conversation = Conversation();

        var first = conversation.Say(By(Perspective.ServiceUser), [1], Now);
        conversation.Edit(By(Perspective.ServiceUser, minutesAgo: 5), first.Id, [2], Now);
        conversation.Say(By(Perspective.Practitioner, minutesAgo: 500), [3], Now.AddMinutes(1));

        Assert.Equal([1, 2, 3], conversation.Facts.Select(fact => fact.Number));
        Assert.Equal((3, Now.AddMinutes(1)), (conversation.LastNumber, conversation.LastArrivedAt));
    }

    [Fact]
    public void An_edit_shows_and_what_was_said_before_stays()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.Relative), [1], Now);

        conversation.Edit(By(Perspective.Relative, minutesAgo: 5), said.Id, [2], Now);

        Assert.Equal(((byte)2, (byte)1), (conversation.Of(said.Id).Latest.WordsSealed![0], conversation.Of(said.Id).Earlier.Single().WordsSealed![0]));
    }

    [Fact]
    public void Of_two_edits_the_later_by_time_shows_whichever_arrives_last()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.ServiceUser, minutesAgo: 60), [1], Now);

        conversation.Edit(By(Perspective.ServiceUser, minutesAgo: 5), said.Id, [3], Now);
        conversation.Edit(By(Perspective.ServiceUser, minutesAgo: 30), said.Id, [2], Now);

        Assert.Equal(3, conversation.Of(said.Id).Latest.WordsSealed![0]);
        Assert.Equal(3, conversation.Facts.Count);
    }

    [Fact]
    public void An_edit_by_a_clock_that_runs_behind_is_still_after_what_it_edits()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.ServiceUser, minutesAgo: 10), [1], Now);

        var edit = conversation.Edit(By(Perspective.ServiceUser, minutesAgo: 100), said.Id, [2], Now);

        Assert.True(edit.At > said.At);
        Assert.Equal(2, conversation.Of(said.Id).Latest.WordsSealed![0]);
    }

    [Fact]
    public void A_withdrawal_keeps_the_place_and_loses_the_words_of_every_version()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.Practitioner), [1], Now);
        conversation.Edit(By(Perspective.Practitioner, minutesAgo: 5), said.Id, [2], Now);

        conversation.Withdraw(By(Perspective.Practitioner, minutesAgo: 1), said.Id, Now);

        Assert.All(conversation.Facts, fact => Assert.Null(fact.WordsSealed));
        Assert.NotNull(conversation.Of(said.Id).Withdrawal);
        Assert.Equal(CoProductionErrors.MessageWithdrawn, Refused(() => conversation.Edit(By(Perspective.Practitioner, minutesAgo: 0), said.Id, [3], Now)));
    }

    [Fact]
    public void Withdrawn_twice_it_is_the_first_time_that_counts()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.ServiceUser), [1], Now);

        var (first, second) = (conversation.Withdraw(By(Perspective.ServiceUser), said.Id, Now), conversation.Withdraw(By(Perspective.ServiceUser), said.Id, Now.AddHours(1)));

        Assert.Same(first, second);
        Assert.Equal(2, conversation.Facts.Count);
    }

    [Theory]
    [InlineData(Perspective.Practitioner, Setting.Alone, Perspective.ServiceUser, Setting.Alone, false)]
    [InlineData(Perspective.Practitioner, Setting.Alone, Perspective.ServiceUser, Setting.Joint, false)]
    [InlineData(Perspective.Relative, Setting.Alone, Perspective.Practitioner, Setting.Alone, false)]
    [InlineData(Perspective.ServiceUser, Setting.Alone, Perspective.Practitioner, Setting.Alone, false)]
    [InlineData(Perspective.ServiceUser, Setting.Joint, Perspective.Practitioner, Setting.Joint, false)]
    [InlineData(Perspective.ServiceUser, Setting.Joint, Perspective.ServiceUser, Setting.Alone, true)]
    [InlineData(Perspective.ServiceUser, Setting.Alone, Perspective.ServiceUser, Setting.Joint, true)]
    [InlineData(Perspective.Practitioner, Setting.Joint, Perspective.Practitioner, Setting.Alone, true)]
    public void Words_are_edited_and_withdrawn_in_the_voice_that_said_them_and_no_other(Perspective said, Setting then, Perspective by, Setting now, bool may)
    {
        var conversation = Conversation();
        // The person's own words may stand under another account: whoever held the device when they said them together.
        var holder = said == Perspective.ServiceUser && then == Setting.Joint ? Author(Perspective.Practitioner) : Author(said);
        var message = conversation.Say(By(said, then, author: holder), [1], Now);

        if (may)
        {
            conversation.Edit(By(by, now, minutesAgo: 2), message.Id, [2], Now);
            Assert.Equal(2, conversation.Of(message.Id).Latest.WordsSealed![0]);
        }
        else
        {
            Assert.Equal(CoProductionErrors.NotYourMessage, Refused(() => conversation.Edit(By(by, now, minutesAgo: 2), message.Id, [2], Now)));
            Assert.Equal(CoProductionErrors.NotYourMessage, Refused(() => conversation.Withdraw(By(by, now, minutesAgo: 2), message.Id, Now)));
        }
    }

    [Fact]
    public void Another_practitioner_does_not_edit_a_practitioners_words()
    {
        var conversation = Conversation();
        var said = conversation.Say(By(Perspective.Practitioner), [1], Now);

        Assert.Equal(CoProductionErrors.NotYourMessage, Refused(() => conversation.Edit(By(Perspective.Practitioner, author: Guid.CreateVersion7()), said.Id, [2], Now)));
    }

    [Fact]
    public void A_read_mark_goes_forward_only_and_never_beyond_what_arrived()
    {
        var conversation = Conversation();
        conversation.Say(By(Perspective.ServiceUser), [1], Now);
        conversation.Say(By(Perspective.ServiceUser), [2], Now);
        var mark = ReadMark.First(conversation, Author(Perspective.Practitioner));

        mark.Read(conversation, 99, Now);
        mark.Read(conversation, 1, Now.AddHours(1));

        Assert.Equal((2, Now), (mark.Through, mark.At));
    }

    [Fact]
    public void A_thing_is_named_as_its_kind_is()
    {
        var id = Guid.CreateVersion7();

        Assert.All(Enum.GetValues<ThingKind>(), kind =>
        {
            var byCode = kind is ThingKind.Theme or ThingKind.Star;
            Assert.Equal(byCode, new Thing(kind, "needs.housing", null).IsClear);
            Assert.Equal(!byCode, new Thing(kind, null, id).IsClear);
            Assert.False(new Thing(kind, "needs.housing", id).IsClear);
            Assert.False(new Thing(kind, null, null).IsClear);
        });
    }
}
