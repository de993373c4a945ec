using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Lists;

/// <summary>The people of a project, by name, to its coordinator: a list, and nothing of anybody's record.</summary>
public sealed record ListProjectServiceUsersQuery(Guid ProjectId, string? Search, string? After, int Limit) : IQuery<Page<PersonView>>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class ListProjectServiceUsersValidator : AbstractValidator<ListProjectServiceUsersQuery>
{
    public ListProjectServiceUsersValidator()
    {
        RuleFor(query => query.Search).MaximumLength(NamedPeople.LongestSearch);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
    }
}

internal sealed class ListProjectServiceUsersHandler(IParticipationDb db, IRecordKeys keys, Caller caller) : IRequestHandler<ListProjectServiceUsersQuery, Page<PersonView>>
{
    public async Task<Page<PersonView>> Handle(ListProjectServiceUsersQuery query, CancellationToken cancellationToken)
    {
        var stays = db.Enrolments.Where(stay => stay.ProjectId == query.ProjectId && stay.Until == null);
        // Whoever keeps this coordinator from their name is not in the list, nor is anybody whose record is frozen.
        var keptOut = db.Hitting(caller.Account(), Role.Coordinator, query.ProjectId);
        var people = await db.ServiceUsers.AsNoTracking()
            .Where(person => !person.Frozen && !keptOut.Any(one => one.ServiceUserId == person.ServiceUserId) && stays.Any(stay => stay.ServiceUserId == person.ServiceUserId))
            .Select(person => new SealedPerson(person.ServiceUserId, person.CalledNameSealed, person.AccountId != null)).ToListAsync(cancellationToken);
        return await keys.PageAsync(people, query.Search, query.After, query.Limit, cancellationToken);
    }
}
