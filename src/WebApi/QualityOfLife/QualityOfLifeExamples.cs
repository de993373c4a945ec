using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class QualityOfLifeExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly GivenAnswer Housing = new(Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b"), "needs.housing", AnswerKind.Rating, At, 67);

    private static readonly OwnTheme Garden = new(
        "project.garden", "social_life", new Wording("Le jardin", "The garden"), new Wording("Comment va le jardin ?", "How is the garden?"), null,
        new Wording("Mal", "Badly"), new Wording("Bien", "Well"));

    public IEnumerable<object> All =>
    [
        Housing,
        new OpenAssessmentBody(Setting.Alone, At, Answers: [Housing], Complete: true),
        Garden,
        new SetProjectThemesBody(["needs.food"], [Garden]),
        new ChooseStarsBody(["needs.housing", "social_life.family"]),
        new SetBlindModeBody(true, At),
    ];
}
