using System.Globalization;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>A rating, 0 (worst) to 100 (best), and when it was given.</summary>
public sealed record RatedAt(int Value, DateTimeOffset At);

/// <summary>What changed on one theme in one perspective; what cannot be said yet is null.</summary>
/// <param name="Perspective">Whose view: views stand side by side and are never averaged.</param>
/// <param name="N">How many ratings, one per instant.</param>
/// <param name="First">The baseline.</param>
/// <param name="ChangeSinceBaseline">Latest minus first, in points.</param>
/// <param name="ChangeSincePrevious">Latest minus previous, in points.</param>
/// <param name="SlopePer30Days">Theil–Sen, points per 30 days.</param>
/// <param name="SlopeLow">Lower end of the slope's 95 % interval.</param>
/// <param name="SlopeHigh">Upper end of the slope's 95 % interval.</param>
/// <param name="S">Mann–Kendall: pairs of ratings that rise minus pairs that fall.</param>
/// <param name="TauB">Kendall's tau-b, −1 to 1.</param>
/// <param name="P">How likely so much order is by chance, 0 to 1.</param>
/// <param name="PMethod">How P was had: exact up to ten ratings, else by the normal approximation.</param>
/// <param name="Autocorrelation">Of neighbouring residuals, −1 to 1.</param>
/// <param name="Caveat">What to bear in mind when reading P; null when nothing.</param>
/// <param name="Sem">Standard error of measurement, in points.</param>
/// <param name="SemSource">Whose: the person's own ratings, the project's study, or the instrument's provisional default.</param>
/// <param name="Sdc">Smallest detectable change, in points.</param>
/// <param name="Rc">Reliable change index of the latest rating against the first.</param>
/// <param name="Reliable">Whether the change since baseline is larger than error.</param>
/// <param name="Label">The verdict in a word or two.</param>
/// <param name="Reason">The verdict and why, in one sentence.</param>
/// <param name="Method">The version of the definitions.</param>
/// <param name="Since">The date looked from; null when everything is looked at.</param>
/// <param name="ComputedAt">When it was computed, from the ratings first to latest.</param>
public sealed record ChangeView(
    Perspective Perspective, int N, RatedAt First, RatedAt? Previous, RatedAt Latest, int? ChangeSinceBaseline, int? ChangeSincePrevious,
    double? SlopePer30Days, double? SlopeLow, double? SlopeHigh, long? S, double? TauB, double? P, PMethod? PMethod, double? Autocorrelation, Wording? Caveat,
    double Sem, SemSource SemSource, double Sdc, double? Rc, bool? Reliable,
    Verdict Verdict, VerdictReasonCode ReasonCode, Wording Label, Wording Reason, string Method, DateTimeOffset? Since, DateTimeOffset ComputedAt)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");

    internal static ChangeView Of(ThemeIndicator kept, DateTimeOffset? since = null) => new(
        kept.Perspective,
        kept.N,
        new RatedAt(kept.FirstValue, kept.FirstAt),
        kept is { PreviousValue: { } value, PreviousAt: { } at } ? new RatedAt(value, at) : null,
        new RatedAt(kept.LatestValue, kept.LatestAt),
        kept.ChangeSinceBaseline,
        kept.ChangeSincePrevious,
        kept.SlopePer30Days,
        kept.SlopeLow,
        kept.SlopeHigh,
        kept.S,
        kept.TauB,
        kept.P,
        kept.PMethod,
        kept.Autocorrelation,
        kept.Caveat ? InBoth(VerdictWords.Caveat) : null,
        kept.Sem,
        kept.SemSource,
        kept.Sdc,
        kept.Rc,
        kept.Reliable,
        kept.Verdict,
        kept.Reason,
        InBoth(culture => VerdictWords.Label(kept.Verdict, culture)),
        InBoth(culture => VerdictWords.Sentence(kept.Why(), culture)),
        kept.Method,
        since,
        kept.ComputedAt);

    private static Wording InBoth(Func<CultureInfo, string> say) => new(say(French), say(English));
}
