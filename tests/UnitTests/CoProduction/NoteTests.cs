using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.Given;

namespace Barometre.UnitTests.CoProduction;

public sealed class NoteTests
{
    [Fact]
    public void A_note_is_nobodys_but_its_authors_until_it_is_shown_and_again_once_it_is_taken_back()
    {
        var note = Written();
        Assert.Null(note.ShownSince);

        var shown = note.Show(By(Perspective.ServiceUser, minutesAgo: 30), true, Now);
        note.Show(By(Perspective.ServiceUser, minutesAgo: 20), true, Now);
        Assert.Equal(shown.At, note.ShownSince);

        note.Show(By(Perspective.ServiceUser, minutesAgo: 10), false, Now);
        Assert.Null(note.ShownSince);
    }

    [Fact]
    public void A_showing_that_arrives_after_a_later_taking_back_opens_nothing()
    {
        var note = Written();
        note.Show(By(Perspective.ServiceUser, minutesAgo: 10), false, Now);

        note.Show(By(Perspective.ServiceUser, minutesAgo: 30), true, Now);

        Assert.Null(note.ShownSince);
    }

    [Fact]
    public void A_taking_back_by_a_device_whose_clock_is_slow_closes_it_all_the_same()
    {
        var note = Written();
        var shown = note.Show(By(Perspective.ServiceUser, minutesAgo: 1), true, Now);

        var back = note.Show(By(Perspective.ServiceUser, minutesAgo: 10), false, Now);

        Assert.Null(note.ShownSince);
        Assert.Equal(shown.At.AddMicroseconds(1), back.At);
    }

    [Fact]
    public void Thrown_away_it_has_no_words_is_shown_to_nobody_and_does_not_come_back()
    {
        var note = Written();
        note.Reword(By(Perspective.ServiceUser, minutesAgo: 40), ([2], [2]), Now);
        note.Show(By(Perspective.ServiceUser, minutesAgo: 30), true, Now);

        var thrown = note.ThrowAway(By(Perspective.ServiceUser), Now);

        Assert.Null(note.WordsSealed);
        Assert.Null(note.ShownSince);
        Assert.All(note.Facts, fact => Assert.Null(fact.WordsSealed));
        Assert.Equal(CoProductionErrors.NoteThrownAway, Refused(() => note.Reword(By(Perspective.ServiceUser), ([3], [3]), Now)));
        Assert.Equal(CoProductionErrors.NoteThrownAway, Refused(() => note.Show(By(Perspective.ServiceUser), true, Now)));
        Assert.Same(thrown, note.ThrowAway(By(Perspective.ServiceUser), Now));
    }

    [Fact]
    public void Everybody_takes_back_their_own_mark_and_the_person_any()
    {
        var (own, theirs) = (Marked(Perspective.ServiceUser, true, 50), Marked(Perspective.Practitioner, true, 40));

        Assert.Equal(2, OpenMark.Of([own, theirs]).Single().By.Count);
        Assert.Equal([own], OpenMark.Of([own, theirs, Marked(Perspective.Practitioner, false, 30)]).Single().By);
        Assert.Equal(2, OpenMark.Of([own, theirs, Marked(Perspective.Relative, false, 30)]).Single().By.Count);
        Assert.Empty(OpenMark.Of([own, theirs, Marked(Perspective.ServiceUser, false, 30)]));
        Assert.Empty(OpenMark.Of([own, theirs, Marked(Perspective.Practitioner, false, 30, Setting.Joint)]));
    }

    [Fact]
    public void A_mark_set_again_after_it_was_talked_about_is_open_again()
    {
        var again = Marked(Perspective.ServiceUser, true, 5);

        Assert.Equal([again], OpenMark.Of([again, Marked(Perspective.ServiceUser, true, 50), Marked(Perspective.ServiceUser, false, 20, Setting.Joint)]).Single().By);
    }

    private static Note Written() => Note.Write(By(Perspective.ServiceUser, minutesAgo: 60), Housing, "needs.housing", ([1], [1]), Now);

    private static MarkFact Marked(Perspective by, bool marked, int minutesAgo, Setting setting = Setting.Alone) => MarkFact.Note(By(by, setting, minutesAgo), Housing, marked, Now);
}
