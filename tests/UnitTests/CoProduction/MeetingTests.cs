using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.GivenMeeting;

namespace Barometre.UnitTests.CoProduction;

public sealed class MeetingTests
{
    [Theory]
    [InlineData(Perspective.ServiceUser)]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.Relative)]
    public void Is_planned_or_begun_by_either(Perspective by)
    {
        Assert.Equal(MeetingState.Planned, Meeting.Open(By(by), To(MeetingState.Planned), Now).State);
        Assert.Equal(MeetingState.UnderWay, Meeting.Open(By(by), To(MeetingState.UnderWay), Now).State);
    }

    [Theory]
    [InlineData(MeetingState.Closed)]
    [InlineData(MeetingState.CalledOff)]
    public void Does_not_begin_with_its_end(MeetingState state) =>
        Assert.Equal(MeetingErrors.NotThere, Refused(() => Meeting.Open(By(Perspective.ServiceUser), To(state), Now)));

    [Fact]
    public void Planned_it_has_a_day() =>
        Assert.Equal(MeetingErrors.NoDay, Refused(() => Meeting.Open(By(Perspective.ServiceUser), To(MeetingState.Planned) with { Day = null }, Now)));

    [Fact]
    public void Is_closed_once_and_what_two_devices_decide_of_its_end_has_one_outcome()
    {
        var meeting = AMeeting();
        meeting.Step(By(Perspective.Practitioner, at: Now.AddHours(-1)), To(MeetingState.Closed), Now);

        Assert.Equal(MeetingErrors.ClosedBefore, Refused(() => meeting.Step(By(Perspective.ServiceUser, at: Now.AddHours(-2)), To(MeetingState.Closed), Now)));
        Assert.Equal(MeetingErrors.ClosedBefore, Refused(() => meeting.Step(By(Perspective.ServiceUser, at: Now), To(MeetingState.UnderWay), Now)));
        Assert.Equal((MeetingState.Closed, 2), (meeting.State, meeting.Steps.Count));
    }

    [Fact]
    public void What_happened_before_its_end_and_arrives_after_it_takes_its_place_in_time_and_leaves_it_closed()
    {
        var meeting = AMeeting(MeetingState.Planned);
        meeting.Step(By(Perspective.Practitioner, at: Now.AddHours(-1)), To(MeetingState.Closed), Now);

        meeting.Step(By(Perspective.ServiceUser, at: Now.AddHours(-2)), To(MeetingState.UnderWay), Now.AddDays(1));

        Assert.Equal([MeetingState.Planned, MeetingState.UnderWay, MeetingState.Closed], meeting.Steps.InOrder().Select(step => step.State));
        Assert.Equal(MeetingState.Closed, meeting.State);
    }

    [Fact]
    public void Called_off_it_can_be_planned_again()
    {
        var meeting = AMeeting(MeetingState.Planned);
        meeting.Step(By(Perspective.ServiceUser, at: Now.AddHours(-2)), To(MeetingState.CalledOff), Now);
        meeting.Step(By(Perspective.Practitioner, at: Now.AddHours(-1)), To(MeetingState.Planned), Now);

        Assert.Equal((MeetingState.Planned, Now.AddHours(-1)), (meeting.State, meeting.StateSince));
    }

    [Theory]
    [InlineData(Perspective.ServiceUser, Setting.Alone, true)]
    [InlineData(Perspective.Practitioner, Setting.Joint, true)]
    [InlineData(Perspective.Practitioner, Setting.Alone, false)]
    [InlineData(Perspective.Relative, Setting.Alone, false)]
    public void What_was_decided_is_the_persons_to_say_alone_or_with_others(Perspective by, Setting setting, bool may)
    {
        var (item, _) = AgendaItem.Write(By(Perspective.Practitioner), Guid.CreateVersion7(), [1], Now);
        var note = new AgendaNote([1], null, null);

        Assert.Equal(AgendaFactKind.Said, item.Note(By(by, setting), decided: false, note, Now).Kind);
        if (may)
        {
            Assert.Equal(AgendaFactKind.Decided, item.Note(By(by, setting), decided: true, note, Now).Kind);
            Assert.Equal(MeetingState.Closed, AMeeting().Step(By(by, setting), To(MeetingState.Closed, [1]), Now).State);
        }
        else
        {
            Assert.Equal(MeetingErrors.DecisionIsThePersons, Refused(() => item.Note(By(by, setting), decided: true, note, Now)));
            Assert.Equal(MeetingErrors.DecisionIsThePersons, Refused(() => AMeeting().Step(By(by, setting), To(MeetingState.Closed, [1]), Now)));
            Assert.Equal(MeetingState.Closed, AMeeting().Step(By(by, setting), To(MeetingState.Closed), Now).State);
        }
    }

    [Fact]
    public void A_note_says_something() =>
        Assert.Equal(MeetingErrors.NothingNoted, Refused(() =>
            AgendaItem.Write(By(Perspective.ServiceUser), Guid.CreateVersion7(), [1], Now).Item.Note(By(Perspective.ServiceUser), decided: false, new AgendaNote(null, null, null), Now)));

    [Fact]
    public void Words_are_changed_by_whoever_wrote_them_or_by_the_person()
    {
        var (theirs, _) = AgendaItem.Write(By(Perspective.Practitioner), Guid.CreateVersion7(), [1], Now);
        var (own, _) = AgendaItem.Write(By(Perspective.ServiceUser), Guid.CreateVersion7(), [1], Now);

        Assert.Equal(AgendaFactKind.Reworded, theirs.Reword(By(Perspective.Practitioner), [2], Now).Kind);
        Assert.Equal(AgendaFactKind.Reworded, theirs.Reword(By(Perspective.ServiceUser), [2], Now).Kind);
        Assert.Equal(AgendaFactKind.Reworded, own.Reword(By(Perspective.Practitioner, Setting.Joint), [2], Now).Kind);
        Assert.Equal(MeetingErrors.SomebodyElses, Refused(() => own.Reword(By(Perspective.Practitioner), [2], Now)));
        var drawn = Agenda.Draw([], [], [new Topic(AgendaReason.Star, Theme("needs.housing"))], By(Perspective.ServiceUser), Guid.CreateVersion7(), Now).Items[0];
        Assert.Equal(MeetingErrors.NoWordsOfItsOwn, Refused(() => drawn.Reword(By(Perspective.ServiceUser), [2], Now)));
    }
}
