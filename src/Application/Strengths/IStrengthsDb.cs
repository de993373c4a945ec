using Barometre.Domain.Strengths;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Strengths;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IStrengthsDb
{
    DbSet<Strength> Strengths { get; }

    DbSet<StrengthFact> Facts { get; }

    DbSet<Arrangement> Arrangements { get; }

    DbSet<ArrangementFact> ArrangementFacts { get; }

    /// <summary>One strength with its facts, held until the end of the command: devices that write to it at the same time take turns.</summary>
    Task<Strength?> HoldAsync(Guid serviceUserId, Guid strengthId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
