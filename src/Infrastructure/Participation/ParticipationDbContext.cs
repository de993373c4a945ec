using Barometre.Application.Participation;
using Barometre.Domain.Participation;
using Barometre.Infrastructure.Participation.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>The schema <c>participation</c>.</summary>
internal sealed class ParticipationDbContext(DbContextOptions options) : ModuleDbContext(options, "participation"), IParticipationDb
{
    public DbSet<ServiceUser> ServiceUsers => Set<ServiceUser>();

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new ServiceUserTable());
        model.ApplyConfiguration(new EnrolmentTable());
    }
}
