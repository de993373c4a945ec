using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>What a map is measured by: undirected, the person left out of the alters' graph, exact whatever its size.</summary>
public static class MapMeasures
{
    /// <summary>The version of the definitions.</summary>
    public const string Method = "network/1";

    /// <summary>Points of quality from which a tie is supportive.</summary>
    public const int Supportive = 60;

    /// <summary>Points of quality down to which a tie is hard.</summary>
    public const int Hard = 40;

    private static readonly LifeCircle[] Circles = Enum.GetValues<LifeCircle>();

    /// <summary>Who is there and who knows whom: the map is the person's, and so is every one of these.</summary>
    public static IReadOnlyList<Measured> OfStructure(NetworkMap map)
    {
        var (n, t) = (map.Present.Count, map.Ties.Count);
        var places = map.Present.Index().ToDictionary(alter => alter.Item.Id, alter => alter.Index);
        var among = new AlterGraph(n, map.Ties.Select(tie => (places[tie.One], places[tie.Other], 1.0)));
        List<Measured> measures =
        [
            Measured.Count(MeasureCode.Alters, n, n),
            Measured.Count(MeasureCode.Ties, t, n),
            n == 0 ? Measured.Of(MeasureCode.Isolates, null, Undefined.NoAlters, n) : Measured.Count(MeasureCode.Isolates, among.Isolates, n),
            Measured.Of(MeasureCode.Density, StructuralHoles.Density(n, t), n == 0 ? Undefined.NoAlters : Undefined.FewerThanTwo, n),
            Measured.Of(MeasureCode.EffectiveSize, StructuralHoles.EffectiveSize(n, t), Undefined.NoAlters, n),
            Measured.Of(MeasureCode.Efficiency, StructuralHoles.Efficiency(n, t), Undefined.NoAlters, n),
            Measured.Of(MeasureCode.Constraint, StructuralHoles.Constraint(AroundPerson(map, places, _ => 1, _ => 1), n), Undefined.NoAlters, n),
            Weighted(map, places),
        ];
        measures.AddRange(OfCircles(map));
        return measures;
    }

    /// <summary>How one voice sees the ties; nothing when it stated none.</summary>
    public static IReadOnlyList<Measured> OfTies(NetworkMap map, Perspective perspective)
    {
        List<Tie> ties = [.. map.Present.Select(alter => alter.TieOf(perspective)).OfType<Tie>()];
        if (ties.Count == 0 && perspective != Perspective.ServiceUser)
        {
            return [];
        }

        var otherwise = map.Present.Count == 0 ? Undefined.NoAlters : Undefined.NothingSaid;
        List<short> near = [.. ties.Select(tie => tie.Closeness).OfType<short>()];
        List<short> quality = [.. ties.Select(tie => tie.Quality).OfType<short>()];
        List<Tie> support = [.. ties.Where(tie => tie.Given is not null || tie.Received is not null)];
        return
        [
            Measured.Of(MeasureCode.MeanCloseness, Mean(near), otherwise, near.Count),
            Measured.Of(MeasureCode.MeanQuality, Mean(quality), otherwise, quality.Count),
            Share(MeasureCode.SupportiveShare, quality, points => points >= Supportive),
            Share(MeasureCode.HardShare, quality, points => points <= Hard),
            Share(MeasureCode.Multiplexity, support, tie => (tie.Given ?? Supports.None).With(tie.Received ?? Supports.None).Count >= 2),
            Share(MeasureCode.Reciprocity, support, tie => tie is { Given.Count: > 0, Received.Count: > 0 }),
        ];

        Measured Share<T>(MeasureCode code, List<T> all, Func<T, bool> counts) =>
            Measured.Of(code, all.Count == 0 ? null : (double)all.Count(counts) / all.Count, otherwise, all.Count);
    }

    private static List<Measured> OfCircles(NetworkMap map)
    {
        var counts = new int[Circles.Length];
        foreach (var alter in map.Present)
        {
            counts[(int)alter.Circle]++;
        }

        var (n, family, services) = (map.Present.Count, counts[(int)LifeCircle.Family], counts[(int)LifeCircle.Services]);
        return
        [
            .. Circles.Select(circle => Measured.Of(MeasureCode.CircleShare, n == 0 ? null : (double)counts[(int)circle] / n, Undefined.NoAlters, n, circle)),
            Measured.Of(MeasureCode.CircleDiversity, Diversity.Blau(counts), Undefined.NoAlters, n),
            Measured.Of(MeasureCode.CircleVariation, Diversity.Variation(counts, Circles.Length), Undefined.NoAlters, n),
            Measured.Of(MeasureCode.FamilyEi, Diversity.EiIndex(n - family, family), Undefined.NoAlters, n),
            Measured.Of(MeasureCode.ServicesEi, Diversity.EiIndex(services, n - services), Undefined.NoAlters, n),
        ];
    }

    private static Measured Weighted(NetworkMap map, Dictionary<Guid, int> places)
    {
        var n = map.Present.Count;
        var known = map.Present.All(alter => alter.TieOf(Perspective.ServiceUser)?.Closeness > 0) && map.Ties.All(tie => tie.Strength is not null);
        return !known
            ? Measured.Of(MeasureCode.ConstraintWeighted, null, Undefined.StrengthsMissing, n)
            : Measured.Of(
                MeasureCode.ConstraintWeighted,
                StructuralHoles.Constraint(AroundPerson(map, places, alter => alter.TieOf(Perspective.ServiceUser)!.Closeness!.Value, tie => tie.Strength!.Value), n),
                Undefined.NoAlters, n);
    }

    /// <summary>The alters and, as the last node, the person, who is tied to all of them.</summary>
    private static AlterGraph AroundPerson(NetworkMap map, Dictionary<Guid, int> places, Func<Alter, double> near, Func<AlterTie, double> strong) => new(
        map.Present.Count + 1,
        [.. map.Present.Select((alter, i) => (i, map.Present.Count, near(alter))), .. map.Ties.Select(tie => (places[tie.One], places[tie.Other], strong(tie)))]);

    private static double? Mean(List<short> values) => values.Count == 0 ? null : values.Average(value => (double)value);
}
