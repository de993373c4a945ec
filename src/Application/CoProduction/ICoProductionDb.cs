using Barometre.Domain.CoProduction;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface ICoProductionDb
{
    DbSet<Visit> Visits { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}

/// <summary>Reads when somebody last saw a record.</summary>
public interface IVisits
{
    /// <summary>Null when they never did.</summary>
    Task<DateTimeOffset?> SeenUntilAsync(Guid serviceUserId, Guid accountId, CancellationToken cancellationToken);
}
