using Barometre.Application.CoProduction.Effects;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Infrastructure.CoProduction.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <content>Perceived effects.</content>
internal sealed partial class CoProductionDbContext : IEffectsDb
{
    public DbSet<EffectsSheet> Sheets => Set<EffectsSheet>();

    public DbSet<EffectsAnswer> EffectsAnswers => Set<EffectsAnswer>();

    public DbSet<EffectsShowing> Showings => Set<EffectsShowing>();

    public DbSet<EffectsRelease> Releases => Set<EffectsRelease>();

    public DbSet<EffectsReleasePart> ReleaseParts => Set<EffectsReleasePart>();

    // The lock's first half is only this lock's; the second is the project.
    public Task HoldReleasesAsync(Guid projectId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(5517046, hashtext({projectId.ToString()}))", cancellationToken);

    private static void Perceiving(ModelBuilder model)
    {
        model.ApplyConfiguration(new EffectsQuestionnaireTable());
        model.ApplyConfiguration(new EffectsSheetTable());
        model.ApplyConfiguration(new EffectsAnswerTable());
        model.ApplyConfiguration(new EffectsShowingTable());
        model.ApplyConfiguration(new EffectsReleaseTable());
        model.ApplyConfiguration(new EffectsReleasePartTable());
    }
}
