using System.Globalization;

namespace Barometre.Bench;

/// <summary>Measures what we built against a floor in the same run: interleaved pairs, the median of the pairs' ratios, and the floor against itself as a control.</summary>
internal static class Pairs
{
    /// <summary>One measured line of the report.</summary>
    /// <param name="Ours">Median of what we built.</param>
    /// <param name="Floor">Median of the floor.</param>
    /// <param name="Ratio">Median of ours ÷ floor over the pairs, with the lowest and the highest pair beside it.</param>
    /// <param name="Control">Median of floor ÷ floor over as many pairs: its distance from 1 is what this run cannot tell apart. None where the floor is a number and not measured.</param>
    internal sealed record Result(string Name, string Unit, double Ours, double Floor, double Ratio, double Low, double High, double? Control, double Goal, bool HigherIsBetter)
    {
        public bool Reached => HigherIsBetter ? Ratio >= Goal : Ratio <= Goal;

        public string Row() => string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Ours:n1} | {Floor:n1} | {Unit} | {Ratio:0.00} ({Low:0.00}–{High:0.00}) | {(Control is null ? "–" : $"{Control:0.00}")} | {(HigherIsBetter ? "≥" : "≤")} {Goal:0.00} | {(Reached ? "yes" : "**no**")} |");
    }

    /// <summary>Runs both once to warm up, then <paramref name="pairs"/> interleaved pairs and as many control pairs; each function returns a rate or a time.</summary>
    public static async Task<Result> MeasureAsync(string name, string unit, double goal, bool higherIsBetter, int pairs, Func<Task<double>> ours, Func<Task<double>> floor)
    {
        await ours();
        await floor();
        List<double> our = [], floors = [], ratios = [], controls = [];
        for (var i = 0; i < pairs; i++)
        {
            // Who goes first alternates, so that a machine that slows down or warms up favours neither.
            double a, b;
            if (i % 2 == 0)
            {
                (a, b) = (await ours(), await floor());
            }
            else
            {
                b = await floor();
                a = await ours();
            }

            our.Add(a);
            floors.Add(b);
            ratios.Add(a / b);
            controls.Add(await floor() / await floor());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: pair {i + 1}/{pairs} ours {a:n1} floor {b:n1} ratio {a / b:0.000}"));
        }

        return new Result(name, unit, Median(our), Median(floors), Median(ratios), ratios.Min(), ratios.Max(), Median(controls), goal, higherIsBetter);
    }

    /// <summary>The same against a number that is the goal itself: there is nothing to pair, and no control.</summary>
    public static async Task<Result> MeasureAsync(string name, string unit, double goal, int times, Func<Task<double>> ours, double floor)
    {
        await ours();
        List<double> our = [];
        for (var i = 0; i < times; i++)
        {
            our.Add(await ours());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {i + 1}/{times} {our[^1]:n3} of {floor:n1}"));
        }

        return new Result(name, unit, Median(our), floor, Median(our) / floor, our.Min() / floor, our.Max() / floor, null, goal, false);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
