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

internal sealed class ListProjectServiceUsersHandler(IParticipationDb db, IRecordKeys keys) : IRequestHandler<ListProjectServiceUsersQuery, Page<PersonView>>
{
    public async Task<Page<PersonView>> Handle(ListProjectServiceUsersQuery query, CancellationToken cancellationToken)
    {
        var stays = db.Enrolments.Where(stay => stay.ProjectId == query.ProjectId && stay.Until == null);
        var people = await db.ServiceUsers.AsNoTracking().Where(person => stays.Any(stay => stay.ServiceUserId == person.ServiceUserId))
            .Select(person => new SealedPerson(person.ServiceUserId, person.CalledNameSealed, person.AccountId != null)).ToListAsync(cancellationToken);
        return await keys.PageAsync(people, query.Search, query.After, query.Limit, cancellationToken);
    }
}
