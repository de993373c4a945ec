using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Studies;

/// <summary>The studies of this installation, in the order of their ids: what a study is, is no secret.</summary>
public sealed record ListStudiesQuery(string? After, int Limit) : IQuery<Page<StudyView>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListStudiesValidator : AbstractValidator<ListStudiesQuery>
{
    public ListStudiesValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ListStudiesHandler(IParticipationDb db) : IRequestHandler<ListStudiesQuery, Page<StudyView>>
{
    public async Task<Page<StudyView>> Handle(ListStudiesQuery query, CancellationToken cancellationToken)
    {
        var after = Cursor.Id(query.After) ?? Guid.Empty;
        var found = await db.ResearchStudies.AsNoTracking().Where(study => study.Id > after).OrderBy(study => study.Id).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found.ConvertAll(study => new StudyView(study.Id, study.OrganisationId, study.Description, study.Version)), query.Limit, last => Cursor.Of(last.StudyId));
    }
}
