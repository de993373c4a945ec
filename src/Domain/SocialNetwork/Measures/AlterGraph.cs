namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>Who is tied to whom, undirected, with how strong each tie is; nodes are numbers from 0.</summary>
/// <remarks>For measures around one node, that node is in the graph as well; for measures among alters, the person is left out.</remarks>
public sealed class AlterGraph
{
    private readonly List<(int Node, double Strength)>[] _neighbours;

    /// <param name="nodes">How many.</param>
    /// <param name="ties">Pairs of different nodes, each pair once; a strength above 0.</param>
    public AlterGraph(int nodes, IEnumerable<(int One, int Other, double Strength)> ties)
    {
        _neighbours = new List<(int, double)>[nodes];
        for (var i = 0; i < nodes; i++)
        {
            _neighbours[i] = [];
        }

        foreach (var (one, other, strength) in ties)
        {
            if (one == other || !(strength > 0))
            {
                throw new ArgumentException("A tie is between two nodes and has a strength.", nameof(ties));
            }

            _neighbours[one].Add((other, strength));
            _neighbours[other].Add((one, strength));
            Ties++;
        }
    }

    public int Nodes => _neighbours.Length;

    public int Ties { get; }

    /// <summary>Nodes without any tie.</summary>
    public int Isolates => _neighbours.Count(neighbours => neighbours.Count == 0);

    /// <summary>Whom a node is tied to, and how strongly.</summary>
    public IReadOnlyList<(int Node, double Strength)> Of(int node) => _neighbours[node];

    /// <summary>The sum of the strengths of a node's ties.</summary>
    public double StrengthOf(int node)
    {
        var sum = 0.0;
        foreach (var (_, strength) in _neighbours[node])
        {
            sum += strength;
        }

        return sum;
    }

    /// <summary>How many ties there are among those to whom a node is tied.</summary>
    public int TiesAround(int node)
    {
        var around = new bool[Nodes];
        foreach (var (neighbour, _) in _neighbours[node])
        {
            around[neighbour] = true;
        }

        return _neighbours[node].Sum(tie => _neighbours[tie.Node].Count(other => around[other.Node])) / 2;
    }
}
