using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>One assessment: what it says now on each theme, and what it said before.</summary>
public sealed record GetAssessmentQuery(Guid ServiceUserId, Guid AssessmentId) : IQuery<AssessmentDetail>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>An assessment whole.</summary>
/// <param name="Notice">Says that the wording is provisional, while it is.</param>
/// <param name="Answers">What it says now, one per theme.</param>
/// <param name="History">What it said before: corrected, taken back, or arrived after a newer one.</param>
public sealed record AssessmentDetail(
    Guid Id,
    string Instrument,
    string InstrumentVersion,
    string InstrumentStatus,
    Wording? Notice,
    Guid? ProjectId,
    Perspective Perspective,
    Setting Setting,
    AssessmentState State,
    Guid OpenedBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    int Version,
    IReadOnlyList<AnswerDetail> Answers,
    IReadOnlyList<AnswerDetail> History) : IVersioned;

/// <summary>One answer.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="RecordedAt">When we received it.</param>
/// <param name="ClockAhead">The device's clock ran ahead: the answer counts from when we received it.</param>
public sealed record AnswerDetail(
    Guid Id, string Theme, AnswerKind Kind, short? Rating, DateTimeOffset At, DateTimeOffset RecordedAt, bool ClockAhead, Guid AuthorId, DateTimeOffset? SupersededAt);

internal sealed class GetAssessmentHandler(IQualityOfLifeDb db, IShownAnswers shown, IInstruments instruments) : IRequestHandler<GetAssessmentQuery, AssessmentDetail>
{
    public async Task<AssessmentDetail> Handle(GetAssessmentQuery query, CancellationToken cancellationToken)
    {
        var assessment = await db.Assessments.AsNoTracking()
            .Where(one => one.ServiceUserId == query.ServiceUserId && one.Id == query.AssessmentId)
            .Select(one => new
            {
                one.Instrument, one.InstrumentVersion, one.ProjectId, one.Perspective, one.Setting, one.State, one.OpenedBy, one.OpenedAt, one.ClosedAt, one.Version,
            })
            .FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var answers = await shown.Of(query.ServiceUserId)
            .Where(answer => answer.AssessmentId == query.AssessmentId)
            .OrderBy(answer => answer.Theme).ThenBy(answer => answer.At).ThenBy(answer => answer.Sequence)
            .ToListAsync(cancellationToken);
        var instrument = await instruments.FindAsync(assessment.InstrumentVersion, cancellationToken);
        return new AssessmentDetail(
            query.AssessmentId,
            assessment.Instrument,
            assessment.InstrumentVersion,
            instrument?.Status ?? "withdrawn",
            instrument?.Notice,
            assessment.ProjectId,
            assessment.Perspective,
            assessment.Setting,
            assessment.State,
            assessment.OpenedBy,
            assessment.OpenedAt,
            assessment.ClosedAt,
            assessment.Version,
            [.. answers.Where(answer => answer is { SupersededAt: null, Kind: not AnswerKind.Cleared }).Select(Detail)],
            [.. answers.Where(answer => answer is not { SupersededAt: null, Kind: not AnswerKind.Cleared }).Select(Detail)]);
    }

    private static AnswerDetail Detail(Answer answer) => new(
        answer.Id, answer.Theme, answer.Kind, answer.Rating?.Value, answer.At, answer.RecordedAt, answer.DeviceAt > answer.At, answer.AuthorId, answer.SupersededAt);
}
