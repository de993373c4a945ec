using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>Somebody who represents, or represented, a person, as the coordination recorded it; by the record's id, without a word of the ground.</summary>
/// <param name="InForce">Today.</param>
/// <param name="ContestId">What the person's contesting is known by; null while they do not.</param>
/// <param name="ContestedAt">Since when the person contests it; null likewise.</param>
public sealed record ProjectRepresentativeView(
    Guid RepresentativeId, Guid ServiceUserId, Guid AccountId, string? DisplayName, RepresentativeKind Kind, IReadOnlyList<Tab> Reads, bool DecidesRights, DateOnly StartsOn, DateOnly EndsOn,
    DateTimeOffset? EndedAt, bool InForce, Guid? ContestId, DateTimeOffset? ContestedAt);

/// <summary>Who represents people, as recorded by a project: those that a person contests first, then the newest.</summary>
public sealed record ListProjectRepresentativesQuery(Guid ProjectId) : IQuery<IReadOnlyList<ProjectRepresentativeView>>
{
    /// <summary>So many are shown.</summary>
    public const int Most = 200;

    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class ListProjectRepresentativesHandler(IParticipationDb db, IAccountSeal seal, Caller caller, TimeProvider time)
    : IRequestHandler<ListProjectRepresentativesQuery, IReadOnlyList<ProjectRepresentativeView>>
{
    public async Task<IReadOnlyList<ProjectRepresentativeView>> Handle(ListProjectRepresentativesQuery query, CancellationToken cancellationToken)
    {
        var keptOut = db.Hitting(caller.Account(), Role.Coordinator, query.ProjectId);
        var found = await (
            from one in db.Representatives.AsNoTracking()
            join known in db.AccountNames on one.AccountId equals known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join said in db.RepresentationContests.Where(open => open.Until == null)
                on new { one.ServiceUserId, one.Id } equals new { said.ServiceUserId, Id = said.RepresentativeId } into contests
            from contest in contests.DefaultIfEmpty()
            where one.ProjectId == query.ProjectId && !keptOut.Any(restriction => restriction.ServiceUserId == one.ServiceUserId)
            orderby contest == null || one.EndedAt != null, one.RecordedAt descending
            select new { Representative = one, Name = account == null ? null : account.DisplayNameSealed, Contest = contest }).Take(ListProjectRepresentativesQuery.Most).ToListAsync(cancellationToken);
        return found.ConvertAll(one => View(one.Representative, seal.NameIn(one.Name), one.Contest));
    }

    private ProjectRepresentativeView View(Representative one, string? name, RepresentationContest? contest) => new(
        one.Id, one.ServiceUserId, one.AccountId, name, one.Kind, one.Reads, one.DecidesRights, one.StartsOn, one.EndsOn, one.EndedAt, one.IsInForce(time.GetUtcNow()), contest?.Id, contest?.Since);
}
