using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Lists;

/// <summary>The people around whom the caller is today, by name.</summary>
public sealed record ListServiceUsersQuery(string? Search, string? After, int Limit) : IQuery<Page<PersonView>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListServiceUsersValidator : AbstractValidator<ListServiceUsersQuery>
{
    public ListServiceUsersValidator()
    {
        RuleFor(query => query.Search).MaximumLength(NamedPeople.LongestSearch);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
    }
}

internal sealed class ListServiceUsersHandler(IParticipationDb db, IRecordKeys keys, Caller caller) : IRequestHandler<ListServiceUsersQuery, Page<PersonView>>
{
    public async Task<Page<PersonView>> Handle(ListServiceUsersQuery query, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        // The same conditions as the access decision: who is listed can be opened.
        var roles = db.RoleAssignments.With(new HeldRoles(account));
        var places = db.CircleMembers.NotKeptOut(db, account).Where(member => member.AccountId == account && member.State == CircleState.Active && member.Until == null
            && (member.Role == Role.Relative
                || (roles.Any(held => held.ProjectId == member.ProjectId && held.Role == member.Role)
                    && db.Enrolments.Any(stay => stay.ServiceUserId == member.ServiceUserId && stay.ProjectId == member.ProjectId && stay.Until == null))));
        var people = await db.ServiceUsers.AsNoTracking().Where(person => !person.CareClosed && !person.Frozen && places.Any(place => place.ServiceUserId == person.ServiceUserId))
            .Select(person => new SealedPerson(person.ServiceUserId, person.CalledNameSealed, person.AccountId != null)).ToListAsync(cancellationToken);
        return await keys.PageAsync(people, query.Search, query.After, query.Limit, cancellationToken);
    }
}
