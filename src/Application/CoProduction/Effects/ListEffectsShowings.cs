using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>To whom the person showed the process part of a sheet, and when they took it back; theirs alone to read.</summary>
public sealed record ListEffectsShowingsQuery(Guid ServiceUserId, Guid SheetId) : IQuery<IReadOnlyList<ShowingView>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>A showing, or its taking back.</summary>
/// <param name="MemberId">The place in the circle.</param>
/// <param name="Shown">False takes back what was shown.</param>
public sealed record ShowingView(Guid ShowingId, Guid MemberId, bool Shown, DateTimeOffset At);

internal sealed class ListEffectsShowingsHandler(IEffectsDb db) : IRequestHandler<ListEffectsShowingsQuery, IReadOnlyList<ShowingView>>
{
    public async Task<IReadOnlyList<ShowingView>> Handle(ListEffectsShowingsQuery query, CancellationToken cancellationToken) =>
        [.. (await db.Showings.AsNoTracking().Where(showing => showing.ServiceUserId == query.ServiceUserId && showing.SheetId == query.SheetId).ToListAsync(cancellationToken))
            .InOrder().Select(showing => new ShowingView(showing.Id, showing.MemberId, showing.Shown, showing.At))];
}
