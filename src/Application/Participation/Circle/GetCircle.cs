using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>Somebody around the person.</summary>
/// <param name="DisplayName">The name that their account goes by; null until a relative has chosen theirs.</param>
/// <param name="Label">What the person calls a relative; shown to the person only.</param>
/// <param name="Confirmed">False for somebody whom a coordinator put there and to whom the person has not said yes.</param>
/// <param name="TogetherUntil">Until when what a practitioner notes together with the person counts as theirs; null when it does not.</param>
public sealed record MemberView(
    Guid MemberId, Role Role, Guid? AccountId, string? DisplayName, string? Label, Guid? ProjectId, string? OrganisationName,
    CircleGround Ground, CircleState State, bool Confirmed, DateTimeOffset Since, Sharing Sharing, DateTimeOffset? TogetherUntil, int Version);

/// <summary>Who is around the person today, and whose place waits for an answer.</summary>
public sealed record GetCircleQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<MemberView>>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class GetCircleHandler(IParticipationDb db, IRecordKeys keys, IAccountSeal seal, Caller caller) : IRequestHandler<GetCircleQuery, IReadOnlyList<MemberView>>
{
    public async Task<IReadOnlyList<MemberView>> Handle(GetCircleQuery query, CancellationToken cancellationToken)
    {
        var places = await (
            from member in db.CircleMembers.AsNoTracking()
            join known in db.AccountNames on member.AccountId equals (Guid?)known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join known in db.Projects on member.ProjectId equals (Guid?)known.Id into projects
            from project in projects.DefaultIfEmpty()
            join known in db.Organisations on project.OrganisationId equals known.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where member.ServiceUserId == query.ServiceUserId && member.Until == null
            orderby member.Since, member.Id
            select new
            {
                Member = member, Name = account == null ? null : account.DisplayNameSealed, Organisation = organisation == null ? null : organisation.Name,
            }).ToListAsync(cancellationToken);
        var key = caller.Grant!.IsSelf ? await keys.ForAsync(query.ServiceUserId, cancellationToken) : null;
        return places.ConvertAll(place => View(place.Member, seal.NameIn(place.Name), place.Organisation, key));
    }

    private static MemberView View(CircleMember member, string? name, string? organisation, IRecordKey? key)
    {
        var label = member.LabelSealed is null ? null : key?.Open(InviteToCircleCommand.LabelColumn, member.LabelSealed);
        return new MemberView(
            member.Id, member.Role, member.AccountId, name, label, member.ProjectId, organisation,
            member.Ground, member.State, member.ConfirmedAt is not null, member.Since, member.Sharing, member.TogetherUntil, member.Version);
    }
}
