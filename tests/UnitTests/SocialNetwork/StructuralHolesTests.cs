using Barometre.Domain.SocialNetwork.Measures;

namespace Barometre.UnitTests.SocialNetwork;

/// <summary>The published example: Borgatti 1997, "Structural Holes: Unpacking Burt's Redundancy Measures".</summary>
public sealed class StructuralHolesTests
{
    private const string Nodes = "ABCDEFG";
    private static readonly string[] Edges = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"];
    private static readonly AlterGraph Borgatti = new(Nodes.Length, Edges.Select(edge => (Nodes.IndexOf(edge[0]), Nodes.IndexOf(edge[1]), 1.0)));

    [Theory]
    [InlineData('G', .400)]
    [InlineData('A', .595)]
    [InlineData('C', 1)]
    [InlineData('B', .6427)]
    [InlineData('D', .7847)]
    [InlineData('E', .7309)]
    [InlineData('F', .7309)]
    public void Constraint_is_as_published(char node, double expected) =>
        Assert.Equal(expected, StructuralHoles.Constraint(Borgatti, Nodes.IndexOf(node))!.Value, node is 'G' or 'A' ? 3 : 4);

    [Theory]
    [InlineData('G', 4.67)]
    [InlineData('A', 2.50)]
    [InlineData('C', 1)]
    public void Effective_size_is_as_published(char node, double expected) =>
        Assert.Equal(expected, StructuralHoles.EffectiveSize(Borgatti.Of(Nodes.IndexOf(node)).Count, Borgatti.TiesAround(Nodes.IndexOf(node)))!.Value, 2);

    [Theory]
    [InlineData('G', .2667)]
    [InlineData('A', .5)]
    [InlineData('B', .6667)]
    public void Density_of_an_ego_network_is_as_published(char node, double expected) =>
        Assert.Equal(expected, StructuralHoles.Density(Borgatti.Of(Nodes.IndexOf(node)).Count, Borgatti.TiesAround(Nodes.IndexOf(node)))!.Value, 4);

    [Fact]
    public void Efficiency_is_effective_size_over_size() => Assert.Equal(4.6667 / 6, StructuralHoles.Efficiency(6, 4)!.Value, 4);

    [Fact]
    public void Nobody_around_is_undefined_and_never_nought()
    {
        var alone = new AlterGraph(1, []);

        Assert.Null(StructuralHoles.Constraint(alone, 0));
        Assert.Null(StructuralHoles.EffectiveSize(0, 0));
        Assert.Null(StructuralHoles.Efficiency(0, 0));
        Assert.Null(StructuralHoles.Density(0, 0));
        Assert.Null(StructuralHoles.Density(1, 0));
    }

    [Fact]
    public void Stronger_ties_to_one_alter_constrain_more()
    {
        var even = new AlterGraph(3, [(0, 1, 50), (0, 2, 50)]);
        var uneven = new AlterGraph(3, [(0, 1, 90), (0, 2, 10)]);

        Assert.Equal(.5, StructuralHoles.Constraint(even, 0)!.Value, 10);
        Assert.Equal(.82, StructuralHoles.Constraint(uneven, 0)!.Value, 10);
    }

    [Fact]
    public void A_complete_network_of_three_hundred_is_exact()
    {
        var ties = from one in Enumerable.Range(0, 301) from other in Enumerable.Range(one + 1, 300 - one) select (one, other, 1.0);

        var constraint = StructuralHoles.Constraint(new AlterGraph(301, ties), 300)!.Value;

        // Everybody is reached directly by 1/300 and through 299 others by 1/300 · 1/300 each.
        Assert.Equal(300 * Math.Pow((1 / 300.0) + (299 / 90_000.0), 2), constraint, 12);
    }

    [Theory]
    [InlineData(3, 5, -.25)]
    [InlineData(0, 4, -1)]
    [InlineData(4, 0, 1)]
    public void The_ei_index_is_as_defined(int outside, int inside, double expected) => Assert.Equal(expected, Diversity.EiIndex(outside, inside));

    [Fact]
    public void Diversity_is_as_worked_out_by_hand()
    {
        Assert.Equal(.62, Diversity.Blau([5, 3, 2])!.Value, 10);
        Assert.Equal(.93, Diversity.Variation([5, 3, 2], 3)!.Value, 10);
        Assert.Null(Diversity.Blau([0, 0]));
        Assert.Null(Diversity.EiIndex(0, 0));
    }
}
