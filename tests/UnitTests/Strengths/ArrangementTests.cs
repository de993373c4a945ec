using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using static Barometre.UnitTests.Strengths.Given;

namespace Barometre.UnitTests.Strengths;

public sealed class ArrangementTests
{
    private static readonly Guid[] Three = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void A_new_order_ends_the_one_before_which_stays_as_history()
    {
        var arrangement = Arrangement.For(Person);

        arrangement.Arrange(Three, [Three[0]], ByThePerson());
        arrangement.Arrange([Three[2], Three[0]], [], ByThePerson());

        Assert.Equal([Three[2], Three[0]], Assert.Single(arrangement.Facts, fact => fact.Until is null).Ordered);
        Assert.Equal((2, 3), (arrangement.Facts.Count, arrangement.Version));
    }

    [Fact]
    public void The_same_order_again_changes_nothing()
    {
        var arrangement = Arrangement.For(Person);

        arrangement.Arrange(Three, [Three[0]], ByThePerson(minutes: 2));
        arrangement.Arrange(Three, [Three[0]], ByThePerson());

        Assert.Equal((1, 2), (arrangement.Facts.Count, arrangement.Version));
    }

    [Fact]
    public void One_place_each_and_only_with_the_person()
    {
        var arrangement = Arrangement.For(Person);

        Assert.Equal(StrengthsErrors.StrengthTwice, Assert.Throws<RuleViolation>(() => arrangement.Arrange([Three[0], Three[0]], [], ByThePerson())).Error);
        Assert.Equal(StrengthsErrors.StrengthTwice, Assert.Throws<RuleViolation>(() => arrangement.Arrange([], [Three[0], Three[0]], ByThePerson())).Error);
        Assert.Equal(StrengthsErrors.ThePersonDecides, Assert.Throws<RuleViolation>(() => arrangement.Arrange(Three, [], ByThePractitioner())).Error);
    }
}
