using Barometre.Application.CoProduction.Effects;
using Barometre.Application.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.CoProduction.Meetings;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>The meetings and perceived effects that the demonstration's records tell.</summary>
[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationMeetingTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task They_met_about_the_stars_decided_together_and_meet_again()
    {
        var person = LoadedDemonstration.Person("dede");
        var meetings = await demonstration.AskAsync("demo-dede", new ListMeetingsQuery(person, null, 50));
        var held = meetings.Items.Single(meeting => meeting.State == MeetingState.Closed);
        var meeting = await demonstration.AskAsync("demo-dede", new GetMeetingQuery(person, held.MeetingId));
        var next = await demonstration.AskAsync("demo-ines", new GetNextMeetingQuery(person));

        Assert.Equal(2, meeting.Agenda.SelectMany(item => item.Notes).Count(note => note.Decided));
        Assert.NotNull(meeting.Review);
        Assert.Equal(meetings.Items.Single(each => each.State == MeetingState.Planned).MeetingId, next.MeetingId);
    }

    [Fact]
    public async Task What_is_said_of_how_one_is_worked_with_is_seen_by_whom_it_was_shown_to_and_by_nobody_else()
    {
        var shown = await demonstration.AskAsync("demo-ines", new ListEffectsQuery(LoadedDemonstration.Person("dede")));
        var kept = await demonstration.AskAsync("demo-ines", new ListEffectsQuery(LoadedDemonstration.Person("basile")));
        var own = await demonstration.AskAsync("demo-basile", new ListEffectsQuery(LoadedDemonstration.Person("basile")));

        Assert.Contains(shown[0].Sheets[0].Families, family => family.Family == EffectsFamily.Process && family.Mean > 80);
        Assert.All(kept[0].Sheets, sheet => Assert.DoesNotContain(sheet.Families, family => family.Family == EffectsFamily.Process));
        Assert.True(own[0].Sheets[1].Families.Single(family => family.Family == EffectsFamily.Process).Mean > own[0].Sheets[0].Families.Single(family => family.Family == EffectsFamily.Process).Mean);
    }
}
