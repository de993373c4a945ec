using System.Linq.Expressions;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Rights;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads which records are open to an account, by the conditions of the access decision.</summary>
internal sealed class OpenRecordsReader(ParticipationDbContext db) : IOpenRecordsReader
{
    public async Task<IReadOnlyList<OpenRecord>> OfAsync(Guid accountId, Tab tab, CancellationToken cancellationToken)
    {
        var own = await db.ServiceUsers.AsNoTracking().Where(person => person.AccountId == accountId).Select(person => person.ServiceUserId).ToListAsync(cancellationToken);
        var roles = db.RoleAssignments.Where(held => held.AccountId == accountId && held.Until == null);
        var others = await db.CircleMembers.AsNoTracking().NotKeptOut(db, accountId)
            .Where(member => member.AccountId == accountId && member.State == CircleState.Active && member.Until == null)
            .Where(Opens(tab))
            .Where(member => db.ServiceUsers.Any(person => person.ServiceUserId == member.ServiceUserId && !person.CareClosed && !person.Frozen))
            .Where(member => member.Role != Role.Integrator || !db.Consents.Any(consent => consent.ServiceUserId == member.ServiceUserId
                && consent.Kind == ConsentKind.Integrator && consent.Subject == accountId.ToString() && consent.Answer != ConsentAnswer.Given))
            .Where(member => member.Role == Role.Relative
                || (roles.Any(held => held.ProjectId == member.ProjectId && held.Role == member.Role)
                    && db.Enrolments.Any(stay => stay.ServiceUserId == member.ServiceUserId && stay.ProjectId == member.ProjectId && stay.Until == null)))
            .Select(member => member.ServiceUserId).Distinct().ToListAsync(cancellationToken);
        return [.. own.Select(person => new OpenRecord(person, true)), .. others.Except(own).Select(person => new OpenRecord(person, false))];
    }

    private static Expression<Func<CircleMember, bool>> Opens(Tab tab) => tab switch
    {
        Tab.QualityOfLife => member => member.QualityOfLife != AccessLevel.None,
        Tab.Network => member => member.Network != AccessLevel.None,
        Tab.Strengths => member => member.Strengths != AccessLevel.None,
        Tab.Plan => member => member.Plan != AccessLevel.None,
        _ => member => member.Coproduction != AccessLevel.None,
    };
}
