using Barometre.Application.CoProduction.Degrees;
using Barometre.Domain.CoProduction.Degrees;
using Barometre.Infrastructure.CoProduction.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <content>The degree of coproduction.</content>
internal sealed partial class CoProductionDbContext : IDegreesDb
{
    public DbSet<DegreeRow> Degrees => Set<DegreeRow>();

    public DbSet<StageRow> DegreeStages => Set<StageRow>();

    // The lock's first half is only this lock's; the second is the person.
    public Task HoldDegreesAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(5517082, hashtext({serviceUserId.ToString()}))", cancellationToken);

    private static void Weighing(ModelBuilder model)
    {
        model.ApplyConfiguration(new DegreeTable());
        model.ApplyConfiguration(new DegreeStageTable());
    }
}
