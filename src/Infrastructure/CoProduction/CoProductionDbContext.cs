using Barometre.Application.CoProduction;
using Barometre.Domain.CoProduction;
using Barometre.Infrastructure.CoProduction.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>The schema <c>coproduction</c>.</summary>
internal sealed class CoProductionDbContext(DbContextOptions options) : ModuleDbContext(options, "coproduction"), ICoProductionDb
{
    public DbSet<Visit> Visits => Set<Visit>();

    protected override void Tables(ModelBuilder model) => model.ApplyConfiguration(new VisitTable());
}
