using Barometre.Application.Shared;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>Somebody whom the caller represents, by the record's id; their name is on the record's cover.</summary>
/// <param name="ContestedAt">Since when the person contests it, and the caller decides nothing in their rights; null while they do not.</param>
public sealed record RepresentedView(
    Guid ServiceUserId, Guid RepresentativeId, RepresentativeKind Kind, IReadOnlyList<Tab> Reads, bool DecidesRights, DateOnly StartsOn, DateOnly EndsOn, DateTimeOffset? ContestedAt);

/// <summary>Whom the caller represents today.</summary>
public sealed record ListRepresentedQuery : IQuery<IReadOnlyList<RepresentedView>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListRepresentedHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<ListRepresentedQuery, IReadOnlyList<RepresentedView>>
{
    public async Task<IReadOnlyList<RepresentedView>> Handle(ListRepresentedQuery query, CancellationToken cancellationToken)
    {
        var (account, today) = (caller.Account(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return await db.Representatives.AsNoTracking()
            .Where(one => one.AccountId == account && one.EndedAt == null && one.StartsOn <= today && one.EndsOn > today)
            .OrderBy(one => one.RecordedAt)
            .Select(one => new RepresentedView(one.ServiceUserId, one.Id, one.Kind, one.Reads, one.DecidesRights, one.StartsOn, one.EndsOn,
                db.RepresentationContests.Where(contest => contest.ServiceUserId == one.ServiceUserId && contest.RepresentativeId == one.Id && contest.Until == null)
                    .Select(contest => (DateTimeOffset?)contest.Since).FirstOrDefault())).ToListAsync(cancellationToken);
    }
}
