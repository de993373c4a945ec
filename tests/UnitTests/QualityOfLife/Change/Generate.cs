using Barometre.Domain.QualityOfLife.Change;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.QualityOfLife.Change;

/// <summary>Arbitrary ratings for property tests: few or many, with ties of value, ratings at the same instant, and any pause between them.</summary>
internal static class Generate
{
    public static Arbitrary<RatingPoint[]> Ratings { get; } = Of(0, 40).ToArbitrary();

    /// <summary>Ratings enough for every number to be defined.</summary>
    public static Arbitrary<RatingPoint[]> SeveralRatings { get; } = Of(5, 40).ToArbitrary();

    public static Arbitrary<(RatingPoint[] Person, RatingPoint[] Practitioner)> TwoVoices { get; } =
        (from person in Of(0, 25) from practitioner in Of(0, 25) select (person, practitioner)).ToArbitrary();

    // A scale of few steps makes ties of value common; a calendar of few hours makes ratings at the same instant common.
    private static Gen<RatingPoint[]> Of(int fewest, int most) =>
        from count in Gen.Choose(fewest, most)
        from step in Gen.Elements(1, 10, 25, 50, 100)
        from hours in Gen.Elements(24, 24 * 20, 24 * 400)
        from at in Gen.Choose(0, hours).ListOf(count)
        from values in Gen.Choose(0, 100 / step).ListOf(count)
        select at.Zip(values, (hour, value) => (hour, value: value * step))
            .Select((rating, i) => new RatingPoint(Given.Start.AddHours(rating.hour), rating.value, i)).ToArray();
}
