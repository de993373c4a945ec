using Barometre.Domain.Shared;
using Barometre.Domain.Shared.Texts;
using Barometre.Domain.Strengths;
using static Barometre.UnitTests.Strengths.Given;

namespace Barometre.UnitTests.Strengths;

public sealed class StrengthTests
{
    [Fact]
    public void What_the_person_names_is_theirs_at_once() => Assert.Equal(StrengthStanding.Kept, Strength(ByThePerson()).Standing);

    [Fact]
    public void What_is_named_together_is_the_persons_too() =>
        Assert.Equal(StrengthStanding.Kept, Strength(ByThePractitioner(setting: Setting.Joint)).Standing);

    [Fact]
    public void What_somebody_else_names_alone_waits_and_only_the_person_answers()
    {
        var strength = Strength(ByThePractitioner());

        var refused = Assert.Throws<RuleViolation>(() => strength.Answer(Guid.CreateVersion7(), true, null, null, ByThePractitioner()));

        Assert.Equal(StrengthsErrors.ThePersonDecides, refused.Error);
        Assert.Equal(StrengthStanding.Proposed, strength.Standing);
    }

    [Fact]
    public void A_yes_in_other_words_makes_them_what_the_strength_says()
    {
        var strength = Strength(ByThePractitioner());
        var answer = Guid.CreateVersion7();

        // The person's clock is a day behind: their words come after the proposal all the same.
        strength.Answer(answer, true, Content(2), null, ByThePerson(minutes: 1440));

        Assert.Equal((StrengthStanding.Kept, answer), (strength.Standing, strength.ContentId));
    }

    [Fact]
    public void A_no_stays_a_no()
    {
        var strength = Strength(ByThePractitioner());
        strength.Answer(Guid.CreateVersion7(), false, null, [7], ByThePerson());

        var again = Assert.Throws<RuleViolation>(() => strength.Answer(Guid.CreateVersion7(), true, null, null, ByThePerson()));
        var edited = Assert.Throws<RuleViolation>(() => strength.Revise(Guid.CreateVersion7(), Content(2), ByThePerson()));
        var taken = Assert.Throws<RuleViolation>(() => strength.Retire(Guid.CreateVersion7(), false, null, ByThePerson()));

        Assert.Equal(StrengthStanding.Declined, strength.Standing);
        Assert.Equal((StrengthsErrors.NothingToAnswer, StrengthsErrors.NotAmongTheStrengths, StrengthsErrors.NotAmongTheStrengths), (again.Error, edited.Error, taken.Error));
    }

    [Fact]
    public void Nobody_else_edits_or_sets_aside_alone_but_together_they_may()
    {
        var strength = Strength(ByThePerson());

        Assert.Throws<RuleViolation>(() => strength.Revise(Guid.CreateVersion7(), Content(2), ByThePractitioner()));
        Assert.Throws<RuleViolation>(() => strength.Retire(Guid.CreateVersion7(), true, null, ByThePractitioner()));
        strength.Retire(Guid.CreateVersion7(), true, null, ByThePractitioner(setting: Setting.Joint));

        Assert.Equal(StrengthStanding.Retired, strength.Standing);
    }

    [Fact]
    public void Set_aside_and_taken_up_again_it_says_what_it_said()
    {
        var strength = Strength(ByThePerson(minutes: 9));
        var before = strength.ContentId;

        strength.Retire(Guid.CreateVersion7(), true, null, ByThePerson(minutes: 5));
        strength.Retire(Guid.CreateVersion7(), false, null, ByThePerson(minutes: 1));

        Assert.Equal((StrengthStanding.Kept, before, 3), (strength.Standing, strength.ContentId, strength.Facts.Count));
    }

    [Fact]
    public void Of_two_devices_the_later_clock_counts_whichever_arrives_last()
    {
        var strength = Strength(ByThePerson(minutes: 100));
        var (late, early) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        strength.Revise(late, Content(2), ByThePerson(minutes: 10));
        strength.Revise(early, Content(3), ByThePerson(minutes: 50));

        Assert.Equal(late, strength.ContentId);
        Assert.Equal(3, strength.Facts.Count);
    }

    [Fact]
    public void The_same_fact_sent_again_is_known_and_another_is_not()
    {
        var strength = Strength(ByThePerson(minutes: 3));
        var fact = strength.Facts[0];

        Assert.True(fact.Is(StrengthFactKind.Named, strength.Id, Content(9), ByThePerson(minutes: 3)));
        Assert.False(fact.Is(StrengthFactKind.Named, strength.Id, Content(9) with { Time = StrengthTime.Past }, ByThePerson(minutes: 3)));
        Assert.False(fact.Is(StrengthFactKind.Named, strength.Id, Content(9), ByThePerson(minutes: 4)));
        Assert.False(fact.Is(StrengthFactKind.Named, strength.Id, Content(9), ByThePractitioner(minutes: 3)));
    }

    [Theory]
    [InlineData("Un bon voisinage", "un BON voisinage !", true)]
    [InlineData("Écouter", "ecouter", true)]
    [InlineData("É", "E\u0301", true)]
    [InlineData("Chanter", "Chanter juste", false)]
    [InlineData("♥", "♦", false)]
    [InlineData("!", "?", false)]
    [InlineData("أستمع", "أستمع ", true)]
    public void The_same_words_are_known_in_another_dress(string one, string other, bool same) => Assert.Equal(same, SameWords.Are(one, other));
}
