using AutoMapper;
using AutoMapper.QueryableExtensions;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>A person's assessments, newest first, page by page.</summary>
public sealed record ListAssessmentsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<AssessmentRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>An assessment without its answers.</summary>
/// <remarks>A class: AutoMapper 8 fails on a record (it tries Enumerable's methods on every generic interface, and a record has one).</remarks>
public sealed class AssessmentRow
{
    public required Guid Id { get; init; }

    public required string Instrument { get; init; }

    public required string InstrumentVersion { get; init; }

    public Guid? ProjectId { get; init; }

    public required Perspective Perspective { get; init; }

    public required Setting Setting { get; init; }

    public required AssessmentState State { get; init; }

    public required Guid OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required int Version { get; init; }
}

internal sealed class ListAssessmentsValidator : AbstractValidator<ListAssessmentsQuery>
{
    public ListAssessmentsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListAssessmentsHandler(IQualityOfLifeDb db, IMapper mapper) : IRequestHandler<ListAssessmentsQuery, Page<AssessmentRow>>
{
    public async Task<Page<AssessmentRow>> Handle(ListAssessmentsQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var rows = await db.Assessments.AsNoTracking()
            .Where(assessment => assessment.ServiceUserId == query.ServiceUserId)
            .Where(assessment => assessment.OpenedAt <= after.At && (assessment.OpenedAt < after.At || assessment.Id < after.Id))
            .OrderByDescending(assessment => assessment.OpenedAt).ThenByDescending(assessment => assessment.Id)
            .Take(query.Limit + 1)
            .ProjectTo<AssessmentRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return Place.Page(rows, query.Limit, row => new Place(row.OpenedAt, row.Id));
    }
}
