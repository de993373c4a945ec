using Barometre.Application.Participation.Records;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>A place that a person offers to the caller.</summary>
public sealed record InvitationView(Guid ServiceUserId, Guid MemberId, string CalledName, Role Role, Guid? ProjectId, DateTimeOffset Since, Sharing Sharing);

/// <summary>The places offered to the caller that wait for an answer.</summary>
public sealed record ListInvitationsQuery : IQuery<IReadOnlyList<InvitationView>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListInvitationsHandler(IParticipationDb db, IRecordKeys keys, Caller caller) : IRequestHandler<ListInvitationsQuery, IReadOnlyList<InvitationView>>
{
    public async Task<IReadOnlyList<InvitationView>> Handle(ListInvitationsQuery query, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        var offered = await (
            from member in db.CircleMembers.AsNoTracking().NotKeptOut(db, account)
            join person in db.ServiceUsers on member.ServiceUserId equals person.ServiceUserId
            where member.AccountId == account && member.State == CircleState.Invited && member.Until == null && !person.Frozen && !person.CareClosed
            orderby member.Since descending
            select new { Member = member, person.CalledNameSealed }).ToListAsync(cancellationToken);
        var known = await keys.ForManyAsync(offered.ConvertAll(place => place.Member.ServiceUserId), cancellationToken);
        return [.. offered.Where(place => known.ContainsKey(place.Member.ServiceUserId)).Select(place => new InvitationView(
            place.Member.ServiceUserId, place.Member.Id, known[place.Member.ServiceUserId].Open(OpenRecordCommand.NameColumn, place.CalledNameSealed),
            place.Member.Role, place.Member.ProjectId, place.Member.Since, place.Member.Sharing))];
    }
}
