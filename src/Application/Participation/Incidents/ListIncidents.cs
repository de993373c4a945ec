using Barometre.Application.Shared;
using Barometre.Domain.Participation.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Incidents;

/// <summary>An incident as its register has it.</summary>
public sealed record IncidentView(Guid IncidentId, IncidentKind Kind, IncidentScope Scope, DateTimeOffset NotedAt);

/// <summary>The register of incidents, newest first, to the operator.</summary>
public sealed record ListIncidentsQuery : IQuery<IReadOnlyList<IncidentView>>
{
    public Needed Access => Needed.System;
}

internal sealed class ListIncidentsHandler(IParticipationDb db) : IRequestHandler<ListIncidentsQuery, IReadOnlyList<IncidentView>>
{
    public async Task<IReadOnlyList<IncidentView>> Handle(ListIncidentsQuery query, CancellationToken cancellationToken) =>
        [.. (await db.Incidents.AsNoTracking().OrderByDescending(one => one.NotedAt).ToListAsync(cancellationToken))
            .Select(one => new IncidentView(one.Id, one.Kind, new IncidentScope(one.HappenedFrom, one.HappenedUntil, one.AccountIds, one.ProjectIds), one.NotedAt))];
}
