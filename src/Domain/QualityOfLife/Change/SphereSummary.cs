namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// A sphere, or all of them, at a glance: mean and median (0 to 100 points) of the latest ratings, with how many themes were answered of how many shown.
/// A theme that does not concern the person is not counted among those shown.
/// </summary>
/// <remarks>
/// Undefined unless at least half of the shown themes are answered: below that it would be a figure about the questions picked, not about life.
/// <em>Rather not say</em> and unanswered themes stay among those shown. Shown never means answered: always give both counts beside the figure.
/// </remarks>
/// <param name="Mean">Points, 0 to 100; undefined below half answered.</param>
/// <param name="Median">Points, 0 to 100; undefined below half answered.</param>
/// <param name="Answered">Themes whose latest answer is a rating.</param>
/// <param name="Shown">Themes shown that concern the person.</param>
public sealed record SphereSummary(double? Mean, double? Median, int Answered, int Shown)
{
    /// <param name="latest">The latest rating of each answered theme among those shown, in one perspective.</param>
    /// <param name="shown">Themes shown, without those whose latest answer is <em>does not concern me</em>.</param>
    public static SphereSummary Compute(ReadOnlySpan<int> latest, int shown)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shown, latest.Length);
        var answered = latest.Length;
        if (answered == 0 || answered * 2 < shown)
            return new SphereSummary(null, null, answered, shown);
        var sorted = latest.ToArray();
        Array.Sort(sorted);
        var sum = 0L;
        foreach (var value in sorted)
            sum += value;
        var median = (sorted[(answered - 1) / 2] + sorted[answered / 2]) / 2.0;
        return new SphereSummary((double)sum / answered, median, answered, shown);
    }
}
