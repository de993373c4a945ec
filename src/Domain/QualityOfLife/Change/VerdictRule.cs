namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>Decides between too early, rising, falling and steady, from ratings, their trend and the error of measurement (points).</summary>
/// <remarks>
/// In this order:
/// <list type="number">
/// <item>Too early: fewer than 3 ratings, or first and latest at most 7 days apart. The numbers are still given; no word is drawn from them.</item>
/// <item>Two signals. <em>Trend</em>: p &lt; 0.05 and |slope × window| ≥ SDC, the window being the time from the first to the latest rating (not to
/// today: nothing is said of days without a rating). <em>Latest against start</em>: the latest differs reliably (|RC| &gt; 1.96) from the first
/// rating and also, the same way, from the median of the first three. Both comparisons must be reliable: one odd first rating would otherwise make
/// everything after it a rise or a fall for ever.</item>
/// <item>Either signal alone, or both the same way: rising or falling.</item>
/// <item>Both, opposite ways (a long climb, then one rating below the start): steady, as neither word would be true of what the person said.</item>
/// <item>Otherwise steady, with the nearest reason.</item>
/// </list>
/// </remarks>
internal static class VerdictRule
{
    public const int RatingsNeeded = 3;
    public const double Significance = 0.05;

    public static readonly TimeSpan LongerThan = TimeSpan.FromDays(7);

    public static VerdictReason Decide(RatingSeries series, Trend? trend, Reliability reliability)
    {
        var evidence = Evidence.Of(series, trend, reliability);
        if (series.Count < RatingsNeeded)
            return evidence.Says(Verdict.TooEarly, VerdictReasonCode.TooFewRatings);
        if (series.Span <= LongerThan)
            return evidence.Says(Verdict.TooEarly, VerdictReasonCode.TooShortATime);
        return (evidence.TrendSign, evidence.LatestSign) switch
        {
            (0, 0) => evidence.Says(Verdict.Steady, WhySteady(evidence, series)),
            (var sign, 0) => evidence.Says(Direction(sign), VerdictReasonCode.Trend),
            (0, var sign) => evidence.Says(Direction(sign), VerdictReasonCode.LatestAgainstStart),
            var (whole, latest) when whole == latest => evidence.Says(Direction(whole), VerdictReasonCode.TrendAndLatest),
            _ => evidence.Says(Verdict.Steady, VerdictReasonCode.SignalsDisagree),
        };
    }

    private static Verdict Direction(int sign) => sign > 0 ? Verdict.Rising : Verdict.Falling;

    private static VerdictReasonCode WhySteady(in Evidence evidence, RatingSeries series)
    {
        if (AllAlike(series.Points))
            return VerdictReasonCode.AllAlike;
        if (evidence.FarFromFirst)
            return VerdictReasonCode.FirstRatingStandsAlone;
        return evidence.P < Significance ? VerdictReasonCode.TrendTooSmall : VerdictReasonCode.NoDirection;
    }

    private static bool AllAlike(ReadOnlySpan<RatingPoint> points)
    {
        foreach (var point in points)
        {
            if (point.Value != points[0].Value)
                return false;
        }

        return true;
    }

    private readonly record struct Evidence(int Ratings, double Days, double? TrendMove, double? P, int? SinceFirst, int? SinceFirstThree, Reliability Error)
    {
        public bool FarFromFirst => IsReliable(SinceFirst);

        public int TrendSign => P < Significance && TrendMove is { } move && Math.Abs(move) >= Error.Sdc ? Math.Sign(move) : 0;

        public int LatestSign =>
            IsReliable(SinceFirst) && IsReliable(SinceFirstThree) && SinceFirst > 0 == SinceFirstThree > 0 ? Math.Sign(SinceFirst ?? 0) : 0;

        public static Evidence Of(RatingSeries series, Trend? trend, Reliability error)
        {
            var points = series.Points;
            var move = trend?.SlopePer30Days * series.Span.Ticks / TheilSen.TicksPer30Days;
            int? sinceFirst = points.Length < 2 ? null : points[^1].Value - points[0].Value;
            int? sinceFirstThree = points.Length < RatingsNeeded ? null : points[^1].Value - MiddleOf(points[0].Value, points[1].Value, points[2].Value);
            return new Evidence(points.Length, series.Span.TotalDays, move, trend?.P, sinceFirst, sinceFirstThree, error);
        }

        public VerdictReason Says(Verdict verdict, VerdictReasonCode code) =>
            new(verdict, code, Ratings, Days, TrendMove, P, SinceFirst, SinceFirstThree, Error.Sdc);

        private static int MiddleOf(int a, int b, int c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

        private bool IsReliable(int? change) => change is { } points && ReliableChange.IsReliable(ReliableChange.Rc(0, points, Error.Sem));
    }
}
