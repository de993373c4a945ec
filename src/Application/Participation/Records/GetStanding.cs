using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>What the caller is here: the record that is theirs, if any, and the roles they hold.</summary>
/// <param name="ServiceUserId">The caller's own record; null when they have none.</param>
public sealed record StandingView(Guid AccountId, string DisplayName, Guid? ServiceUserId, IReadOnlyList<HeldRoleView> Roles);

/// <summary>A role held today, and where; an administrator's is in no project.</summary>
public sealed record HeldRoleView(Guid AssignmentId, Role Role, Guid? ProjectId, string? ProjectName, bool Demonstration);

/// <summary>What I am here.</summary>
public sealed record GetStandingQuery : IQuery<StandingView>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class GetStandingHandler(IParticipationDb db, IAccountSeal seal, Caller caller) : IRequestHandler<GetStandingQuery, StandingView>
{
    public async Task<StandingView> Handle(GetStandingQuery query, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        var name = await db.AccountNames.AsNoTracking().SingleAsync(known => known.Id == account, cancellationToken);
        var record = await db.ServiceUsers.AsNoTracking().Where(person => person.AccountId == account).Select(person => (Guid?)person.ServiceUserId).SingleOrDefaultAsync(cancellationToken);
        var roles = await (
            from held in db.RoleAssignments.AsNoTracking()
            join known in db.Projects on held.ProjectId equals (Guid?)known.Id into projects
            from project in projects.DefaultIfEmpty()
            where held.AccountId == account && held.Until == null
            orderby held.Id
            select new HeldRoleView(held.Id, held.Role, held.ProjectId, project == null ? null : project.Name, project != null && project.Demonstration)).ToListAsync(cancellationToken);
        return new StandingView(account, seal.NameIn(name.DisplayNameSealed) ?? "", record, roles);
    }
}
