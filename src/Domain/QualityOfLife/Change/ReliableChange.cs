namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// Whether a change between two ratings is larger than the error of measurement alone would give, 19 times in 20; everything in points but Rc.
/// </summary>
/// <remarks>
/// Jacobson &amp; Truax (1991, J. Consult. Clin. Psychol. 59:12–19); their worked example is in ReliableChangeTests.
/// The change is divided by the error of a <em>difference</em> (√2·SEM). Some packages divide by SEM under the same name and find change 1.4 times too often.
/// </remarks>
public static class ReliableChange
{
    /// <summary>The authors' own figure for 95 %, not the longer 1.959964.</summary>
    public const double Threshold = 1.96;

    /// <summary>The standard error of measurement, in points (≥ 0): the spread of ratings of somebody for whom nothing changes.</summary>
    /// <param name="standardDeviation">Spread of the ratings between people, in points.</param>
    /// <param name="reliability">Test–retest correlation, 0 to 1.</param>
    public static double Sem(double standardDeviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        if (!(reliability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A correlation from 0 to 1.");
        return standardDeviation * Math.Sqrt(1 - reliability);
    }

    /// <summary>The standard error of the difference of two ratings, in points: √2·SEM.</summary>
    public static double Sdiff(double sem) => Math.Sqrt(2) * sem;

    /// <summary>The smallest detectable change, in points: a smaller one cannot be told from error.</summary>
    public static double Sdc(double sem) => Threshold * Sdiff(sem);

    /// <summary>The reliable change index, in standard errors of a difference: positive for a rise; reliable beyond ±1.96.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The error of measurement is not above 0: the index is then undefined.</exception>
    public static double Rc(double from, double to, double sem)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sem);
        return (to - from) / Sdiff(sem);
    }

    public static bool IsReliable(double rc) => Math.Abs(rc) > Threshold;

    /// <summary>The three cut-offs between the group that starts (mean M1) and the group of reference (mean M0), in points.</summary>
    public static CutOffs CutOffsBetween(double startMean, double startDeviation, double referenceMean, double referenceDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startDeviation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(referenceDeviation);
        var towardsReference = Math.Sign(referenceMean - startMean);
        return new CutOffs(
            startMean + (2 * startDeviation * towardsReference),
            referenceMean - (2 * referenceDeviation * towardsReference),
            ((referenceDeviation * startMean) + (startDeviation * referenceMean)) / (startDeviation + referenceDeviation));
    }
}

/// <summary>
/// Jacobson and Truax's cut-offs, in points: A, two deviations outside the starting group; B, two deviations inside the reference group; C, equally
/// likely in both.
/// </summary>
public readonly record struct CutOffs(double A, double B, double C);
