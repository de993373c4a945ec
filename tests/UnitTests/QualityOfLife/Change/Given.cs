using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

/// <summary>Series of ratings for the tests of change.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Start = new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>One rating each week.</summary>
    public static RatingSeries Weekly(params int[] values) => Every(TimeSpan.FromDays(7), values);

    public static RatingSeries Every(TimeSpan pause, params int[] values) =>
        RatingSeries.From(values.Select((value, i) => new RatingPoint(Start + (pause * i), value, i)));

    public static RatingSeries OnDays(params (double Day, int Value)[] ratings) =>
        RatingSeries.From(ratings.Select((rating, i) => new RatingPoint(OnDay(rating.Day), rating.Value, i)));

    public static DateTimeOffset OnDay(double day) => Start + TimeSpan.FromDays(day);

    public static long[] Ticks(params double[] days) => [.. days.Select(day => TimeSpan.FromDays(day).Ticks)];

    public static long[] Hourly(int count) => [.. Enumerable.Range(0, count).Select(hour => hour * TimeSpan.TicksPerHour)];
}
