using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.Strengths.Given;

namespace Barometre.UnitTests.Strengths;

public sealed class StrengthProperties
{
    /// <summary>What devices may do to a strength: answer, say otherwise, set aside, take up, each by a clock of its own.</summary>
    public sealed record Deed(int What, int MinutesAgo);

    private static Gen<Deed[]> Histories => Gen.ArrayOf(
        from what in Gen.Choose(0, 5)
        from minutes in Gen.Choose(0, 50_000)
        select new Deed(what, minutes));

    [Fact]
    public void Where_it_stands_does_not_depend_on_the_order_of_arrival() => Prop.ForAll(Arb.From(Histories), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (deeds, seed) =>
    {
        var strength = Lived(deeds, proposed: seed % 2 == 0);

        var shuffled = strength.Facts.ToArray();
        new Random(seed).Shuffle(shuffled);

        return Domain.Strengths.Strength.Replay(shuffled) == (strength.Standing, strength.ContentId);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_ever_lost_and_a_no_stays_a_no() => Prop.ForAll(Arb.From(Histories), deeds =>
    {
        var strength = Lived(deeds, proposed: true);
        var first = strength.Facts.FirstOrDefault(fact => fact.Kind is StrengthFactKind.Accepted or StrengthFactKind.Amended or StrengthFactKind.Declined);

        return (strength.Standing == StrengthStanding.Declined) == (first?.Kind == StrengthFactKind.Declined)
            && (strength.Standing == StrengthStanding.Proposed) == (first is null)
            && strength.Facts.Any(fact => fact.Id == strength.ContentId && fact.HasContent)
            && strength.Facts.Count == strength.Version;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_latest_words_by_the_clock_are_what_it_says() => Prop.ForAll(Arb.From(Histories), deeds =>
    {
        var strength = Lived(deeds, proposed: false);
        var revised = strength.Facts.Where(fact => fact.Kind == StrengthFactKind.Revised).ToList();
        var said = strength.Facts.Single(fact => fact.Id == strength.ContentId);

        return revised.Count == 0 ? said.Kind == StrengthFactKind.Named : said.At == revised.Max(fact => fact.At);
    }).QuickCheckThrowOnFailure();

    private static Strength Lived(Deed[] deeds, bool proposed)
    {
        var strength = Given.Strength(proposed ? ByThePractitioner(60_000) : ByThePerson(60_000));
        foreach (var deed in deeds)
        {
            try
            {
                Do(strength, deed);
            }
            catch (RuleViolation)
            {
                // What the rules refuse leaves no trace.
            }
        }

        return strength;
    }

    private static void Do(Strength strength, Deed deed)
    {
        var (id, noting) = (Guid.CreateVersion7(), ByThePerson(deed.MinutesAgo));
        switch (deed.What)
        {
            case 0:
                strength.Answer(id, true, null, null, noting);
                break;
            case 1:
                strength.Answer(id, true, Content(2), null, noting);
                break;
            case 2:
                strength.Answer(id, false, null, null, noting);
                break;
            case 3:
                strength.Revise(id, Content(3), noting);
                break;
            default:
                strength.Retire(id, deed.What == 4, null, noting);
                break;
        }
    }
}
