using Barometre.Application.Strengths;
using Barometre.Domain.Strengths;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Strengths.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Strengths;

/// <summary>The schema <c>strengths</c>.</summary>
internal sealed class StrengthsDbContext(DbContextOptions options) : ModuleDbContext(options, "strengths"), IStrengthsDb
{
    public DbSet<Strength> Strengths => Set<Strength>();

    public DbSet<StrengthFact> Facts => Set<StrengthFact>();

    public DbSet<Arrangement> Arrangements => Set<Arrangement>();

    public DbSet<ArrangementFact> ArrangementFacts => Set<ArrangementFact>();

    public DbSet<CatalogueVersion> CatalogueVersions => Set<CatalogueVersion>();

    public async Task<Strength?> HoldAsync(Guid serviceUserId, Guid strengthId, CancellationToken cancellationToken)
    {
        var strength = await Strengths
            .FromSql($"SELECT * FROM strengths.strength WHERE service_user_id = {serviceUserId} AND id = {strengthId} FOR UPDATE")
            .AsAsyncEnumerable()
            .FirstOrDefaultAsync(cancellationToken);
        if (strength is not null)
        {
            // Read once the row is held: what another device wrote meanwhile is among them.
            await Facts.Where(fact => fact.ServiceUserId == serviceUserId && fact.StrengthId == strengthId).LoadAsync(cancellationToken);
        }

        return strength;
    }

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new CatalogueTable());
        model.ApplyConfiguration(new StrengthTable());
        model.ApplyConfiguration(new StrengthFactTable());
        model.ApplyConfiguration(new ArrangementTable());
        model.ApplyConfiguration(new ArrangementFactTable());
    }
}
