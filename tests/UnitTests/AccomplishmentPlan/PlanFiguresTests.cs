using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.AccomplishmentPlan;

public sealed class PlanFiguresTests
{
    private static readonly DateOnly Day = new(2026, 3, 14);

    [Fact]
    public void Counts_what_is_done_what_was_done_after_its_day_and_who_carries_it()
    {
        var figures = PlanFigures.Of(
            [GoalState.Proposed, GoalState.Declined, GoalState.Reached, GoalState.SetAside, GoalState.UnderWay],
            [
                new ActionOutcome(CarrierKind.Person, Day, Day),
                new ActionOutcome(CarrierKind.Person, Day, Day.AddDays(1)),
                new ActionOutcome(CarrierKind.Partner, null, Day),
                new ActionOutcome(CarrierKind.Relative, Day, null),
                new ActionOutcome(null, Day.AddDays(-9), null),
            ]);

        Assert.Equal(new PlanFigures(3, 1, 5, 3, 1, 2, 0, 1, 1), figures);
    }

    [Fact]
    public void A_set_of_facts_has_one_mark_whatever_their_order_and_another_when_one_is_missing()
    {
        var facts = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();

        Assert.Equal(FactSet.Mark(facts), FactSet.Mark(facts.AsEnumerable().Reverse()));
        Assert.NotEqual(FactSet.Mark(facts), FactSet.Mark(facts.Skip(1)));
        Assert.Equal(0, FactSet.Mark([]));
    }

    [Fact]
    public void What_was_computed_the_same_again_changes_nothing_not_even_when()
    {
        var summary = PlanSummary.For(Given.Person);
        var figures = PlanFigures.Of([GoalState.Adopted], []);

        Assert.True(summary.Become(figures, 7, Given.Now));
        Assert.False(summary.Become(figures, 7, Given.Now.AddDays(1)));
        Assert.Equal(Given.Now, summary.ComputedAt);
        Assert.True(summary.Become(figures, 8, Given.Now.AddDays(1)));
    }
}
