namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>One rating of one theme in one perspective: 0 = worst, 100 = best, in points, as seen at that instant.</summary>
/// <param name="At">When it was said.</param>
/// <param name="Value">0 to 100, in points.</param>
/// <param name="Sequence">The order in which it was recorded; of several ratings at the same instant the highest counts.</param>
public readonly record struct RatingPoint(DateTimeOffset At, int Value, long Sequence);
