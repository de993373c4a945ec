using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>What a device learns after it sent answers: it may forget them.</summary>
/// <param name="Version">Counts the changes of the assessment.</param>
/// <param name="ClockAhead">Ids of the answers whose device's clock ran ahead of ours: they count from the time we received them.</param>
public sealed record AnswersReceipt(Guid AssessmentId, AssessmentState State, int Version, IReadOnlyList<Guid> ClockAhead) : IVersioned
{
    internal static AnswersReceipt Of(Assessment assessment, IReadOnlyList<GivenAnswer> sent)
    {
        var ids = sent.Select(answer => answer.Id).ToHashSet();
        return new AnswersReceipt(
            assessment.Id,
            assessment.State,
            assessment.Version,
            [.. assessment.Answers.Where(answer => ids.Contains(answer.Id) && answer.DeviceAt > answer.At).Select(answer => answer.Id)]);
    }
}

/// <summary>Holds an assessment and brings to hand what recording answers needs: their themes' current answers, and answers with the same ids.</summary>
internal static class AnswersAtHand
{
    /// <exception cref="NotFound">There is no such assessment in the record.</exception>
    /// <exception cref="RuleViolation">An id belongs to another assessment's answer.</exception>
    public static async Task<Assessment> HoldAsync(
        this IQualityOfLifeDb db, Guid serviceUserId, Guid assessmentId, IReadOnlyList<GivenAnswer> given, CancellationToken cancellationToken)
    {
        var assessment = await db.HoldAsync(serviceUserId, assessmentId, cancellationToken);
        var ids = given.Select(answer => answer.Id).ToArray();
        var themes = given.Select(answer => answer.Theme).Distinct().ToArray();
        // Read once the assessment is held: what another device wrote meanwhile is there.
        var known = await db.Answers
            .Where(answer => answer.ServiceUserId == serviceUserId
                && (ids.Contains(answer.Id) || answer.AssessmentId == assessmentId && answer.SupersededAt == null && themes.Contains(answer.Theme)))
            .ToListAsync(cancellationToken);
        return known.Find(answer => answer.AssessmentId != assessmentId) is { } taken
            ? throw new RuleViolation(QualityOfLifeErrors.AnswerIdReused, taken.Id)
            : assessment ?? throw new NotFound();
    }
}

/// <summary>The shape of one answer.</summary>
internal sealed class GivenAnswerValidator : AbstractValidator<GivenAnswer>
{
    /// <summary>The most answers in one call: every theme several times over; more is for an import.</summary>
    public const int MostAtOnce = 200;

    public GivenAnswerValidator()
    {
        RuleFor(answer => answer.Id).NotEmpty();
        RuleFor(answer => answer.Theme).NotEmpty().MaximumLength(100);
        RuleFor(answer => answer.Rating).NotNull().When(answer => answer.Kind == AnswerKind.Rating).Because(QualityOfLifeErrors.RatingMissing);
        RuleFor(answer => answer.Rating).Null().When(answer => answer.Kind != AnswerKind.Rating).Because(QualityOfLifeErrors.RatingMissing);
        RuleFor(answer => answer.Rating).InclusiveBetween(Rating.Lowest, Rating.Highest).When(answer => answer.Kind == AnswerKind.Rating).Because(QualityOfLifeErrors.RatingOutOfRange);
        RuleFor(answer => answer.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}
