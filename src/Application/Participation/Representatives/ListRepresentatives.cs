using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation.Rights;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>Who acts, or acted, in the person's rights.</summary>
/// <param name="Ground">What was shown when it was recorded.</param>
/// <param name="InForce">Today.</param>
/// <param name="ContestId">What the person's contesting is known by; null while they do not.</param>
/// <param name="ContestedAt">Since when the person contests that they are represented so; null likewise.</param>
public sealed record RepresentativeView(
    Guid RepresentativeId, Guid AccountId, string? DisplayName, RepresentativeKind Kind, IReadOnlyList<Domain.Shared.Tab> Reads, bool DecidesRights, string Ground, DateOnly StartsOn,
    DateOnly EndsOn, DateTimeOffset? EndedAt, bool InForce, Guid? ContestId, DateTimeOffset? ContestedAt);

/// <summary>Who acts in the person's rights, and who did, newest first.</summary>
public sealed record ListRepresentativesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<RepresentativeView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListRepresentativesHandler(IParticipationDb db, IRecordKeys keys, IAccountSeal seal, TimeProvider time) : IRequestHandler<ListRepresentativesQuery, IReadOnlyList<RepresentativeView>>
{
    public async Task<IReadOnlyList<RepresentativeView>> Handle(ListRepresentativesQuery query, CancellationToken cancellationToken)
    {
        var found = await (
            from one in db.Representatives.AsNoTracking()
            join known in db.AccountNames on one.AccountId equals known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join said in db.RepresentationContests.Where(open => open.Until == null)
                on new { one.ServiceUserId, one.Id } equals new { said.ServiceUserId, Id = said.RepresentativeId } into contests
            from contest in contests.DefaultIfEmpty()
            where one.ServiceUserId == query.ServiceUserId
            orderby one.RecordedAt descending
            select new { Representative = one, Name = account == null ? null : account.DisplayNameSealed, Contest = contest }).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return found.ConvertAll(one => View(one.Representative, seal.NameIn(one.Name), key.Open(NameRepresentativeCommand.GroundColumn, one.Representative.GroundSealed), one.Contest));
    }

    private RepresentativeView View(Representative one, string? name, string ground, RepresentationContest? contest) => new(
        one.Id, one.AccountId, name, one.Kind, one.Reads, one.DecidesRights, ground, one.StartsOn, one.EndsOn, one.EndedAt, one.IsInForce(time.GetUtcNow()), contest?.Id,
        contest?.Since);
}
