namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>How much those around a node know each other (Burt 1992, in the form of Borgatti 1997). What cannot be said is null, never 0.</summary>
public static class StructuralHoles
{
    /// <summary>Of all the ties that could be among <paramref name="alters"/>, the share that is there, 0 to 1: 2t/(n(n−1)); null below two alters.</summary>
    public static double? Density(int alters, int ties) => alters < 2 ? null : 2.0 * ties / ((double)alters * (alters - 1));

    /// <summary>Alters less those that others already lead to, 1 to n: n − 2t/n; null without any.</summary>
    public static double? EffectiveSize(int alters, int ties) => alters == 0 ? null : alters - (2.0 * ties / alters);

    /// <summary>Effective size over size, 0 to 1; null without any alter.</summary>
    public static double? Efficiency(int alters, int ties) => EffectiveSize(alters, ties) / alters;

    /// <summary>Burt's constraint of a node: Σ_j (p_ij + Σ_q p_iq·p_qj)², j and q over those it is tied to, p the share of a node's strength in one tie. Null for a node without ties.</summary>
    public static double? Constraint(AlterGraph graph, int node)
    {
        var own = graph.Of(node);
        var strength = graph.StrengthOf(node);
        if (own.Count == 0)
        {
            return null;
        }

        var direct = new double[graph.Nodes];
        var invested = new double[graph.Nodes];
        foreach (var (neighbour, tie) in own)
        {
            direct[neighbour] = tie / strength;
        }

        foreach (var (q, tie) in own)
        {
            var share = tie / strength / graph.StrengthOf(q);
            foreach (var (j, onward) in graph.Of(q))
            {
                // Only towards those the node is tied to itself; the node's own place is not among them.
                if (direct[j] > 0)
                {
                    invested[j] += share * onward;
                }
            }
        }

        var constraint = 0.0;
        foreach (var (j, _) in own)
        {
            constraint += (direct[j] + invested[j]) * (direct[j] + invested[j]);
        }

        return constraint;
    }
}
