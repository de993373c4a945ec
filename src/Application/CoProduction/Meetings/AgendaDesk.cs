using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>What every use case that does something to one item of an agenda does.</summary>
public sealed class AgendaDesk(IMeetingsDb db, Things things, OpenThings open, IRecordKeys keys)
{
    /// <summary>Keeps one fact about an item, once.</summary>
    /// <param name="noting">Who notes; its id is the fact's.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="says">Whether a fact that was kept says the same.</param>
    /// <param name="does">The item's own verb.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="NotFound">There is no such item.</exception>
    /// <exception cref="Forbidden">It is about something that the caller may not see, or on which the person keeps words to themself.</exception>
    internal async Task<KeptFact> KeepAsync(
        Noting noting, Guid meetingId, Guid itemId, Func<AgendaFact, IRecordKey, bool> says, Func<AgendaItem, IRecordKey, AgendaFact> does, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(noting.ServiceUserId, cancellationToken);
        var item = await db.AgendaItems.AsNoTracking()
            .FirstOrDefaultAsync(one => one.ServiceUserId == noting.ServiceUserId && one.MeetingId == meetingId && one.Id == itemId, cancellationToken) ?? throw new NotFound();
        if (item.Thing is { } thing)
        {
            if ((await things.StatesAsync(noting.ServiceUserId, [thing], cancellationToken))[thing] == LinkState.Closed)
            {
                throw new Forbidden(SharedErrors.TabClosed);
            }

            await open.RequireNotKeptAsync(noting.ServiceUserId, thing, cancellationToken);
        }

        var known = await db.AgendaFacts.AsNoTracking().FirstOrDefaultAsync(fact => fact.ServiceUserId == noting.ServiceUserId && fact.Id == noting.Id, cancellationToken);
        if (KeptFact.Again(known, noting, fact => fact.ItemId == itemId && says(fact, key)) is { } same)
        {
            return same;
        }

        var done = does(item, key);
        db.AgendaFacts.Add(done);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(done);
    }
}
