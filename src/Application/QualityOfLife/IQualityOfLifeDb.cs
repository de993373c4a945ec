using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IQualityOfLifeDb
{
    DbSet<Assessment> Assessments { get; }

    DbSet<Answer> Answers { get; }

    DbSet<Comment> Comments { get; }

    DbSet<CommentClosing> CommentClosings { get; }

    DbSet<StarBoard> StarBoards { get; }

    DbSet<Star> Stars { get; }

    DbSet<ProjectThemes> ProjectThemes { get; }

    DbSet<ThemeIndicator> ThemeIndicators { get; }

    DbSet<SphereIndicator> SphereIndicators { get; }

    DbSet<GapIndicator> GapIndicators { get; }

    /// <summary>One assessment without its answers, held until the end of the command: devices that write to it at the same time take turns.</summary>
    Task<Assessment?> HoldAsync(Guid serviceUserId, Guid assessmentId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
