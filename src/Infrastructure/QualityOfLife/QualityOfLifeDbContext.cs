using Barometre.Application.QualityOfLife;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Infrastructure.QualityOfLife.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>The schema <c>quality_of_life</c>.</summary>
internal sealed class QualityOfLifeDbContext(DbContextOptions options) : ModuleDbContext(options, "quality_of_life"), IQualityOfLifeDb
{
    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<CommentClosing> CommentClosings => Set<CommentClosing>();

    public DbSet<BlindChoice> BlindChoices => Set<BlindChoice>();

    public DbSet<StarBoard> StarBoards => Set<StarBoard>();

    public DbSet<Star> Stars => Set<Star>();

    public DbSet<ProjectThemes> ProjectThemes => Set<ProjectThemes>();

    public DbSet<ThemeIndicator> ThemeIndicators => Set<ThemeIndicator>();

    public DbSet<SphereIndicator> SphereIndicators => Set<SphereIndicator>();

    public DbSet<GapIndicator> GapIndicators => Set<GapIndicator>();

    public DbSet<InstrumentVersion> InstrumentVersions => Set<InstrumentVersion>();

    public Task<Assessment?> HoldAsync(Guid serviceUserId, Guid assessmentId, CancellationToken cancellationToken) =>
        Assessments
            .FromSql($"SELECT * FROM quality_of_life.assessment WHERE service_user_id = {serviceUserId} AND id = {assessmentId} FOR UPDATE")
            .AsAsyncEnumerable()
            .FirstOrDefaultAsync(cancellationToken)
            .AsTask();

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new InstrumentVersionTable());
        model.ApplyConfiguration(new ProjectThemesTable());
        model.ApplyConfiguration(new ThemeSettingTable());
        model.ApplyConfiguration(new AssessmentTable());
        model.ApplyConfiguration(new AnswerTable());
        model.ApplyConfiguration(new CommentTable());
        model.ApplyConfiguration(new CommentClosingTable());
        model.ApplyConfiguration(new BlindChoiceTable());
        model.ApplyConfiguration(new StarBoardTable());
        model.ApplyConfiguration(new StarTable());
        model.ApplyConfiguration(new ThemeChangeTable());
        model.ApplyConfiguration(new SphereSummaryTable());
        model.ApplyConfiguration(new PerceptionGapTable());
    }
}
