using Barometre.Application.SocialNetwork;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.SocialNetwork.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>The schema <c>social_network</c>.</summary>
internal sealed class SocialNetworkDbContext(DbContextOptions options) : ModuleDbContext(options, "social_network"), ISocialNetworkDb
{
    public DbSet<NetworkFact> Facts => Set<NetworkFact>();

    public DbSet<NetworkMeasure> Measures => Set<NetworkMeasure>();

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new FactTable());
        model.ApplyConfiguration(new MeasureTable());
    }
}
