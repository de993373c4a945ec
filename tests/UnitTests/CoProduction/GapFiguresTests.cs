using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.Told;

namespace Barometre.UnitTests.CoProduction;

public class GapFiguresTests
{
    [Fact]
    public void What_opened_was_talked_about_and_settled_is_counted_once_each()
    {
        var (first, second) = (Pair(100, 0, 40, 1), Pair(100, 0, 45, 5));
        var twice = Story([first, second], Says(Perspective.ServiceUser, GapWord.AgreeToDiffer, first, 2, Setting.Joint));
        var agreed = Story([first], Says(Perspective.ServiceUser, GapWord.Agree, first, 3, Setting.Joint));
        var silent = Story([first]);

        var figures = GapFigures.Of([new TalkedGap(twice, [Day(2)]), new TalkedGap(agreed, [Day(2), Day(3)]), new TalkedGap(silent, [])], _ => true);

        // Opened: three, and one again; the second opening of the first theme and the silent one were not talked about.
        Assert.Equal(new GapFigures(4, 2, 1, 1), figures);
    }

    [Fact]
    public void Words_before_it_opened_or_after_it_closed_are_no_talk_of_it()
    {
        var (far, near) = (Pair(100, 0, 40, 10), Pair(100, 0, 95, 20));

        Assert.Equal(0, GapFigures.Of([new TalkedGap(Story([far, near]), [Day(9), Day(21)])], _ => true).TalkedAbout);
        Assert.Equal(1, GapFigures.Of([new TalkedGap(Story([far, near]), [Day(10)])], _ => true).TalkedAbout);
        Assert.Equal(1, GapFigures.Of([new TalkedGap(Story([far]), [Day(400)])], _ => true).TalkedAbout);
    }

    [Fact]
    public void A_stretch_of_time_counts_what_began_or_was_settled_in_it()
    {
        var far = Pair(100, 0, 40, 1);
        var story = Story([far], Says(Perspective.ServiceUser, GapWord.Agree, far, 30, Setting.Joint));

        Assert.Equal(new GapFigures(1, 1, 0, 0), GapFigures.Of([new TalkedGap(story, [Day(30)])], at => at < Day(20)));
        Assert.Equal(new GapFigures(0, 0, 1, 0), GapFigures.Of([new TalkedGap(story, [Day(30)])], at => at >= Day(20)));
        Assert.Equal(new GapFigures(0, 0, 0, 0), GapFigures.Of([], _ => true));
    }
}
