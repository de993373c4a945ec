using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Marks;

/// <summary>What somebody wants to talk about, the oldest wish first; what stands in a closed tab is left out.</summary>
public sealed record ListMarksQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<MarkedThing>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>A thing that somebody wants to talk about.</summary>
/// <param name="By">Who does, oldest first.</param>
public sealed record MarkedThing(ThingState Thing, IReadOnlyList<MarkedBy> By);

/// <summary>Who wants to talk about a thing, and since when.</summary>
/// <param name="AuthorId">The account that held the device.</param>
public sealed record MarkedBy(Guid AuthorId, Perspective Perspective, Setting Setting, DateTimeOffset At);

internal sealed class ListMarksHandler(OpenMarks marks) : IRequestHandler<ListMarksQuery, IReadOnlyList<MarkedThing>>
{
    public Task<IReadOnlyList<MarkedThing>> Handle(ListMarksQuery query, CancellationToken cancellationToken) => marks.ReadAsync(query.ServiceUserId, cancellationToken);
}

/// <summary>The open marks of a record that the caller may see: for the list, and for the agenda of a meeting.</summary>
public sealed class OpenMarks(ICoProductionDb db, OpenThings open, Things things)
{
    public async Task<IReadOnlyList<MarkedThing>> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var kinds = open.Kinds;
        var facts = await db.MarkFacts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId && kinds.Contains(fact.Kind)).ToListAsync(cancellationToken);
        var marks = OpenMark.Of(facts);
        var shown = await things.ShownAsync(serviceUserId, marks.Select(mark => mark.Thing), cancellationToken);
        return
        [
            .. marks.Select(mark => new MarkedThing(shown(mark.Thing), [.. mark.By.Select(by => new MarkedBy(by.AuthorId, by.Perspective, by.Setting, by.At))]))
                .Where(mark => mark.Thing.State != LinkState.Closed),
        ];
    }
}
