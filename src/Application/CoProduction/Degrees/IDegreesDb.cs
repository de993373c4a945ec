using Barometre.Domain.CoProduction.Degrees;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>The tables of the degree of coproduction, as their use cases see them (docs/decisions/0007); written by jobs only.</summary>
public interface IDegreesDb
{
    DbSet<DegreeRow> Degrees { get; }

    DbSet<StageRow> DegreeStages { get; }

    /// <summary>Makes any other recomputation of the person's degree wait for the end of this transaction, so that the last to write has read the newest facts.</summary>
    Task HoldDegreesAsync(Guid serviceUserId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
