using System.Text.RegularExpressions;
using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>Blind mode holds because ratings are read for somebody in one place (docs/decisions/0017): whoever reads past it is named here, with the reason why nobody sees what they read.</summary>
public sealed partial class BlindModeTests
{
    // Writing, counting, computing for no reader, and naming a rating without its value.
    private static readonly string[] ReadForNobody =
    [
        "src/Application/QualityOfLife/Assessments/AbandonAssessment.cs",
        "src/Application/QualityOfLife/Assessments/AnswersAtHand.cs",
        "src/Application/QualityOfLife/IQualityOfLifeDb.cs",
        "src/Infrastructure/QualityOfLife/Assessments/AssessmentWriter.cs",
        "src/Infrastructure/QualityOfLife/Change/ChangeTables.cs",
        "src/Infrastructure/QualityOfLife/QualityOfLifeDbContext.cs",
        "src/Infrastructure/Rights/Catalogue/LeftOut.cs",
    ];

    // The condition itself, and the statements that carry it.
    private static readonly string[] UnderTheRule =
    [
        "src/Application/QualityOfLife/BlindMode/ShownIndicators.cs",
        "src/Infrastructure/QualityOfLife/Change/ChangeStore.cs",
        "src/Infrastructure/QualityOfLife/Readings/QualityOfLifeGlance.cs",
        "src/Infrastructure/QualityOfLife/Readings/RatingReadings.cs",
        "src/Infrastructure/QualityOfLife/Readings/ShownAnswers.cs",
    ];

    [Fact]
    public void Ratings_and_what_is_computed_from_them_are_read_in_one_place()
    {
        var readers = Repository.CSharp("src").Where(file => Reading().IsMatch(file.Text)).Select(file => file.Path).Order(StringComparer.Ordinal);

        Assert.Equal([.. ReadForNobody.Concat(UnderTheRule).Order(StringComparer.Ordinal)], readers);
    }

    [GeneratedRegex(@"db\.Answers\b|DbSet<Answer>|quality_of_life\.(answer|theme_change|sphere_summary|perception_gap)\b|\b(Theme|Sphere|Gap)Indicators\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();
}
