using Barometre.Domain.AccomplishmentPlan.Prints;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>The tables of prints, as their use cases see them.</summary>
public interface IPrintsDb
{
    DbSet<PlanPrint> Prints { get; }

    DbSet<PlanPrintFile> PrintFiles { get; }

    /// <summary>One print, held until the end of the command: two nodes that make it take turns.</summary>
    Task<PlanPrint?> HoldPrintAsync(Guid serviceUserId, Guid printId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
