using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>Somebody of one of the person's projects whom they can invite.</summary>
public sealed record CandidateView(Guid AccountId, string DisplayName, Role Role, Guid ProjectId, string ProjectName, string OrganisationName);

/// <summary>Whom the person can invite by account: the practitioners and systems of their projects.</summary>
public sealed record ListCandidatesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<CandidateView>>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class ListCandidatesHandler(IParticipationDb db) : IRequestHandler<ListCandidatesQuery, IReadOnlyList<CandidateView>>
{
    public async Task<IReadOnlyList<CandidateView>> Handle(ListCandidatesQuery query, CancellationToken cancellationToken) =>
        await (
            from stay in db.Enrolments.AsNoTracking()
            join project in db.Projects on stay.ProjectId equals project.Id
            join organisation in db.Organisations on project.OrganisationId equals organisation.Id
            join held in db.RoleAssignments on (Guid?)project.Id equals held.ProjectId
            join account in db.AccountNames on held.AccountId equals account.Id
            where stay.ServiceUserId == query.ServiceUserId && stay.Until == null && held.Until == null && (held.Role == Role.Practitioner || held.Role == Role.Integrator)
                && !db.Restrictions.Any(one => one.ServiceUserId == query.ServiceUserId && one.Until == null
                    && (one.AccountId == account.Id || one.Role == held.Role || one.ProjectId == project.Id || one.OrganisationId == organisation.Id))
            orderby account.DisplayName, account.Id, project.Id
            select new CandidateView(account.Id, account.DisplayName, held.Role, project.Id, project.Name, organisation.Name)).ToListAsync(cancellationToken);
}
