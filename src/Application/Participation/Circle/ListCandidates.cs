using System.Globalization;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
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

internal sealed class ListCandidatesHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListCandidatesQuery, IReadOnlyList<CandidateView>>
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("fr"), ignoreCase: true);

    public async Task<IReadOnlyList<CandidateView>> Handle(ListCandidatesQuery query, CancellationToken cancellationToken)
    {
        var found = await (
            from stay in db.Enrolments.AsNoTracking()
            join project in db.Projects on stay.ProjectId equals project.Id
            join organisation in db.Organisations on project.OrganisationId equals organisation.Id
            join held in db.RoleAssignments on (Guid?)project.Id equals held.ProjectId
            join account in db.AccountNames on held.AccountId equals account.Id
            where stay.ServiceUserId == query.ServiceUserId && stay.Until == null && held.Until == null && (held.Role == Role.Practitioner || held.Role == Role.Integrator)
                && !db.Restrictions.Any(one => one.ServiceUserId == query.ServiceUserId && one.Until == null
                    && (one.AccountId == account.Id || one.Role == held.Role || one.ProjectId == project.Id || one.OrganisationId == organisation.Id))
            orderby account.Id, project.Id
            select new { Account = account, held.Role, ProjectId = project.Id, Project = project.Name, Organisation = organisation.Name }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(one => new CandidateView(one.Account.Id, seal.NameIn(one.Account.DisplayNameSealed) ?? "", one.Role, one.ProjectId, one.Project, one.Organisation))
                .OrderBy(one => one.DisplayName, ByName),
        ];
    }
}
