using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Shared;

public sealed class SpecificationTests
{
    private static readonly Fruit[] Basket = [new("pear", 3), new("fig", 1), new("plum", 2), new("apple", 3)];

    [Fact]
    public void Picks_orders_and_takes_in_the_order_said() =>
        Assert.Equal(["apple", "pear"], new HeaviestFirst(atLeast: 2, count: 2).Evaluate(Basket).Select(fruit => fruit.Name));

    [Fact]
    public void Tells_whether_one_thing_is_picked()
    {
        var heavy = new HeaviestFirst(atLeast: 2, count: 9);

        Assert.True(heavy.IsSatisfiedBy(new Fruit("melon", 9)));
        Assert.False(heavy.IsSatisfiedBy(new Fruit("currant", 0)));
    }

    private sealed record Fruit(string Name, int Weight);

    private sealed class HeaviestFirst : Specification<Fruit>
    {
        public HeaviestFirst(int atLeast, int count) =>
            Query.Where(fruit => fruit.Weight >= atLeast).OrderByDescending(fruit => fruit.Weight).ThenBy(fruit => fruit.Name).Take(count);
    }
}
