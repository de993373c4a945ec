using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.SocialNetwork;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface ISocialNetworkDb
{
    DbSet<NetworkFact> Facts { get; }

    DbSet<NetworkMeasure> Measures { get; }
}
