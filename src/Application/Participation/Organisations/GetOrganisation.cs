using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>One organisation.</summary>
public sealed record GetOrganisationQuery(Guid OrganisationId) : IQuery<OrganisationView>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class GetOrganisationHandler(IParticipationDb db) : IRequestHandler<GetOrganisationQuery, OrganisationView>
{
    public async Task<OrganisationView> Handle(GetOrganisationQuery query, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == query.OrganisationId)
            .Select(OrganisationView.Of)
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFound();
}
