using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>How a theme feels now, in the eyes of whoever rates it: 0 = worst, 100 = best, in points.</summary>
public readonly record struct Rating
{
    public const short Lowest = 0;
    public const short Highest = 100;

    public Rating(int value) =>
        Value = value is >= Lowest and <= Highest ? (short)value : throw new RuleViolation(QualityOfLifeErrors.RatingOutOfRange, value);

    public short Value { get; }
}
