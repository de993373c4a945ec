using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>The projects of exactly that name: for an operator's command line.</summary>
public sealed record FindProjectsByNameQuery(string Name) : IQuery<IReadOnlyList<Guid>>
{
    public Needed Access => Needed.System;
}

internal sealed class FindProjectsByNameHandler(IParticipationDb db) : IRequestHandler<FindProjectsByNameQuery, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(FindProjectsByNameQuery query, CancellationToken cancellationToken) =>
        await db.Projects.AsNoTracking().Where(project => project.Name == query.Name).OrderBy(project => project.Id).Select(project => project.Id).ToListAsync(cancellationToken);
}
