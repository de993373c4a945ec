using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>The organisations, in the order of their ids.</summary>
public sealed record ListOrganisationsQuery(string? After, int Limit) : IQuery<Page<OrganisationView>>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class ListOrganisationsValidator : AbstractValidator<ListOrganisationsQuery>
{
    public ListOrganisationsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ListOrganisationsHandler(IParticipationDb db) : IRequestHandler<ListOrganisationsQuery, Page<OrganisationView>>
{
    public async Task<Page<OrganisationView>> Handle(ListOrganisationsQuery query, CancellationToken cancellationToken)
    {
        var after = Cursor.Id(query.After) ?? Guid.Empty;
        var found = await db.Organisations.AsNoTracking().Where(organisation => organisation.Id > after).OrderBy(organisation => organisation.Id)
            .Select(OrganisationView.Of)
            .Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found, query.Limit, last => Cursor.Of(last.OrganisationId));
    }
}
