using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads who is around a person.</summary>
internal sealed class CircleReader(ParticipationDbContext db, IRecordKeys keys) : ICircleReader
{
    public async Task<IReadOnlyList<CirclePlace>> PlacesAsync(Guid serviceUserId, CancellationToken cancellationToken) => await (
        from member in db.CircleMembers.AsNoTracking()
        join known in db.AccountNames on member.AccountId equals (Guid?)known.Id
        where member.ServiceUserId == serviceUserId && (member.State == CircleState.Active || member.State == CircleState.Ended)
        orderby member.Since, member.Id
        select new CirclePlace(member.Id, known.Id, member.Role, known.DisplayName, member.State == CircleState.Active, member.Until)).ToListAsync(cancellationToken);

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
