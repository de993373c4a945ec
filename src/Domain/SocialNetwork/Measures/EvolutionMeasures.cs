using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>What became of a map between two moments, in numbers.</summary>
public static class EvolutionMeasures
{
    /// <summary>Who came and who went: the person's own to say.</summary>
    public static IReadOnlyList<Measured> OfPeople(NetworkEvolution evolution)
    {
        var n = evolution.Kept.Count + evolution.New.Count + evolution.Back.Count + evolution.Gone.Count;
        return
        [
            Measured.Count(MeasureCode.Kept, evolution.Kept.Count, n),
            Measured.Count(MeasureCode.New, evolution.New.Count, n),
            Measured.Count(MeasureCode.Gone, evolution.Gone.Count, n),
            Measured.Count(MeasureCode.Back, evolution.Back.Count, n),
            Measured.Of(MeasureCode.Jaccard, evolution.Jaccard, Undefined.NoAlters, n),
        ];
    }

    /// <summary>Mean moves, in points, of the ties that one voice stated at both moments; nothing when it stated none.</summary>
    public static IReadOnlyList<Measured> OfTies(NetworkEvolution evolution, Perspective perspective)
    {
        List<TieChange> changes = [.. evolution.Changes.Where(change => change.Perspective == perspective)];
        if (changes.Count == 0 && perspective != Perspective.ServiceUser)
        {
            return [];
        }

        var otherwise = evolution.Kept.Count == 0 ? Undefined.NoAlters : Undefined.NothingSaid;
        return [Mean(MeasureCode.ClosenessChange, change => change.ClosenessChange), Mean(MeasureCode.QualityChange, change => change.QualityChange)];

        Measured Mean(MeasureCode code, Func<TieChange, int?> points)
        {
            List<int> moves = [.. changes.Select(points).OfType<int>()];
            return Measured.Of(code, moves.Count == 0 ? null : moves.Average(), otherwise, moves.Count);
        }
    }
}
