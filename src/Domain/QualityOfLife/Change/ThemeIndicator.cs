using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>What changed on one theme for one person in one perspective, as computed by a job and kept: see <see cref="ThemeChange"/> for each number's meaning and unit.</summary>
public sealed class ThemeIndicator : TrendIndicator
{
    private ThemeIndicator()
    {
    }

    private ThemeIndicator(ThemeChange change, RatingPoint first, RatingPoint latest)
        : base(change.Trend)
    {
        N = change.N;
        (FirstValue, FirstAt) = ((short)first.Value, first.At);
        (PreviousValue, PreviousAt) = ((short?)change.Previous?.Value, change.Previous?.At);
        (LatestValue, LatestAt) = ((short)latest.Value, latest.At);
        (ChangeSinceBaseline, ChangeSincePrevious) = ((short?)change.ChangeSinceBaseline, (short?)change.ChangeSincePrevious);
        Caveat = change.AutocorrelationCaveat;
        (Sem, SemSource, Sdc, Rc, Reliable) = (change.Sem, change.SemSource, change.Sdc, change.Rc, change.Reliable);
        (Verdict, Reason) = (change.Verdict, change.Reason.Code);
        (TrendMove, SinceFirstThree) = (change.Reason.TrendMove, (short?)change.Reason.SinceFirstThree);
    }

    public Perspective Perspective { get; private init; }

    public short FirstValue { get; private init; }

    public DateTimeOffset FirstAt { get; private init; }

    public short? PreviousValue { get; private init; }

    public DateTimeOffset? PreviousAt { get; private init; }

    public short LatestValue { get; private init; }

    public DateTimeOffset LatestAt { get; private init; }

    public short? ChangeSinceBaseline { get; private init; }

    public short? ChangeSincePrevious { get; private init; }

    public bool Caveat { get; private init; }

    public double Sem { get; private init; }

    public SemSource SemSource { get; private init; }

    public double? Rc { get; private init; }

    public bool? Reliable { get; private init; }

    public Verdict Verdict { get; private init; }

    public VerdictReasonCode Reason { get; private init; }

    public double? TrendMove { get; private init; }

    public short? SinceFirstThree { get; private init; }

    /// <summary>The verdict with its numbers, to be said in words.</summary>
    public VerdictReason Why() => new(Verdict, Reason, N, (LatestAt - FirstAt).TotalDays, TrendMove, P, ChangeSinceBaseline, SinceFirstThree, Sdc);

    /// <param name="facts">What the change was computed from.</param>
    /// <param name="change">Of a series that is not empty.</param>
    public static ThemeIndicator Of(Guid serviceUserId, ThemeFacts facts, ThemeChange change, DateTimeOffset computedAt) =>
        new(change, change.First!.Value, change.Latest!.Value)
        {
            ServiceUserId = serviceUserId,
            Theme = facts.Theme,
            Perspective = facts.Perspective,
            Method = ThemeChange.Method,
            Inputs = facts.Inputs,
            ComputedAt = computedAt,
        };
}
