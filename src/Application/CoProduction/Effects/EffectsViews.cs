using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Perceived effects of one service or accompaniment over time, as the reader may know them.</summary>
/// <param name="SubjectId">The project, or the practitioner's place in the circle.</param>
/// <param name="Sheets">Oldest first.</param>
public sealed record EffectsOfSubject(EffectsSubjectKind Subject, Guid SubjectId, IReadOnlyList<EffectsSheetRow> Sheets);

/// <summary>A sheet without its answers.</summary>
/// <param name="Version">The version of the questions.</param>
/// <param name="Families">Those that are there for the reader.</param>
public sealed record EffectsSheetRow(Guid SheetId, DateTimeOffset At, Setting Setting, string Version, IReadOnlyList<FamilyView> Families);

/// <summary>The mean of one family.</summary>
/// <param name="Mean">0 to 100; for a change, 50 = same as before; null below three ratings.</param>
/// <param name="Rated">How many questions were answered by a rating.</param>
/// <param name="Definition">What the figure says, in plain words.</param>
public sealed record FamilyView(EffectsFamily Family, double? Mean, int Rated, Wording Definition);

/// <summary>A sheet, as the reader may know it.</summary>
/// <param name="SubjectId">The project, or the practitioner's place in the circle.</param>
/// <param name="Version">The version of the questions.</param>
/// <param name="Answers">Of each question the latest word; one that is not here is unanswered, or not the reader's to see.</param>
public sealed record EffectsSheetView(
    Guid SheetId, EffectsSubjectKind Subject, Guid SubjectId, DateTimeOffset At, Setting Setting, string Version, IReadOnlyList<EffectsAnswerView> Answers, IReadOnlyList<FamilyView> Families);

/// <summary>An answer.</summary>
/// <param name="Item">The question's code.</param>
/// <param name="Rating">0 to 100, when it is a rating; for a change, 50 = same as before.</param>
public sealed record EffectsAnswerView(Guid AnswerId, string Item, EffectsFamily Family, EffectsAnswerKind Kind, int? Rating, string? Comment, DateTimeOffset At, Setting Setting);

/// <summary>Shows what a reader may know.</summary>
internal static class EffectsPicture
{
    public static EffectsSheetRow Row(EffectsSheet sheet, IReadOnlyList<EffectsAnswer> answers, EffectsSight sight) =>
        new(sheet.Id, sheet.At, sheet.Setting, sheet.Questionnaire, Families(sheet, answers, sight));

    public static EffectsSheetView Sheet(EffectsSheet sheet, IReadOnlyList<EffectsAnswer> answers, EffectsSight sight, IRecordKey key) => new(
        sheet.Id, sheet.SubjectKind, sheet.SubjectId, sheet.At, sheet.Setting, sheet.Questionnaire,
        [.. answers.OrderBy(answer => answer.Item, StringComparer.Ordinal).Select(answer => new EffectsAnswerView(
            answer.Id, answer.Item, answer.Family, answer.Kind, answer.Rating, key.OpenAny(EffectsColumns.Comment, answer.CommentSealed), answer.At, answer.Setting))],
        Families(sheet, answers, sight));

    private static IReadOnlyList<FamilyView> Families(EffectsSheet sheet, IReadOnlyList<EffectsAnswer> answers, EffectsSight sight) =>
        [.. Enum.GetValues<EffectsFamily>().Where(family => sight.Sees(sheet.Id, family)).Select(family => FamilyMean.Of(family, answers))
            .Select(mean => new FamilyView(mean.Family, mean.Mean, mean.Rated, Definition(mean.Family)))];

    /// <summary>What a family's mean says, in plain words.</summary>
    public static Wording Definition(EffectsFamily family) => family switch
    {
        EffectsFamily.QualityOfLife => new(
            "La moyenne des cotes données sur ce que le service apporte à la vie de la personne, si au moins trois questions sur cinq ont une cote. Ce n’est la note de personne.",
            "The mean of the ratings on what the service brings to the person’s life, if at least three questions out of five are rated. It is nobody’s mark."),
        EffectsFamily.Change => new(
            "La moyenne des cotes données sur ce qui a changé, si au moins trois questions sur cinq ont une cote : 50 veut dire « pareil qu’avant », plus haut veut dire mieux, plus bas moins bien.",
            "The mean of the ratings on what changed, if at least three questions out of five are rated: 50 means “same as before”, higher means better, lower less well."),
        _ => new(
            "La moyenne des cotes données sur la façon dont le service travaille avec la personne, si au moins trois questions sur cinq ont une cote. Elle seule décide à qui la montrer.",
            "The mean of the ratings on how the service works with the person, if at least three questions out of five are rated. They alone decide to whom to show it."),
    };
}
