using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Notices that a transaction leaves an event in an outbox, so that the relay is woken when it commits.</summary>
internal sealed class OutboxInterceptor(DatabaseSession session) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.Entries<OutboxMessage>().Any(message => message.State == EntityState.Added) == true)
        {
            session.WroteToOutbox();
        }

        return ValueTask.FromResult(result);
    }
}
