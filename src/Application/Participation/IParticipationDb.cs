using Barometre.Domain.Participation;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IParticipationDb
{
    DbSet<ServiceUser> ServiceUsers { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
