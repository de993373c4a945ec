using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads who is around a person.</summary>
internal sealed class CircleReader(ParticipationDbContext db, IRecordKeys keys, IAccountSeal seal) : ICircleReader
{
    public async Task<IReadOnlyList<CirclePlace>> PlacesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var found = await (
            from member in db.CircleMembers.AsNoTracking()
            join known in db.AccountNames on member.AccountId equals (Guid?)known.Id
            where member.ServiceUserId == serviceUserId && (member.State == CircleState.Active || member.State == CircleState.Ended)
            orderby member.Since, member.Id
            select new { member.Id, AccountId = known.Id, member.Role, known.DisplayNameSealed, member.State, member.Until }).ToListAsync(cancellationToken);
        return found.ConvertAll(one => new CirclePlace(one.Id, one.AccountId, one.Role, seal.NameIn(one.DisplayNameSealed), one.State == CircleState.Active, one.Until));
    }

    public Task<bool> KnowsKeyAsync(Guid serviceUserId, Guid keyId, CancellationToken cancellationToken) => (
        from key in db.IntegratorKeys.AsNoTracking()
        join member in db.CircleMembers on key.AccountId equals member.AccountId
        where key.Id == keyId && member.ServiceUserId == serviceUserId && member.Role == Role.Integrator && member.ProjectId == key.ProjectId
            && (member.State == CircleState.Active || member.State == CircleState.Ended)
        select member.Id).AnyAsync(cancellationToken);

    public async Task<PersonCalled?> PersonAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking()
            .Where(one => one.ServiceUserId == serviceUserId)
            .Select(one => new { one.AccountId, one.CalledNameSealed, one.Language })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return null;
        }

        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return new PersonCalled(serviceUserId, person.AccountId, key.Open(OpenRecordCommand.NameColumn, person.CalledNameSealed), person.Language);
    }
}
