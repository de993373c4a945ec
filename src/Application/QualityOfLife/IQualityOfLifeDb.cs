using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IQualityOfLifeDb
{
    DbSet<Assessment> Assessments { get; }

    /// <summary>For whoever writes them; whoever reads them for somebody goes through <see cref="BlindMode.IShownAnswers"/>.</summary>
    DbSet<Answer> Answers { get; }

    DbSet<Comment> Comments { get; }

    DbSet<CommentClosing> CommentClosings { get; }

    DbSet<BlindChoice> BlindChoices { get; }

    DbSet<StarBoard> StarBoards { get; }

    DbSet<Star> Stars { get; }

    DbSet<ProjectThemes> ProjectThemes { get; }

    /// <summary>What is kept of everything; whoever shows it goes through <see cref="BlindMode.ShownIndicators"/>, as with the two below.</summary>
    DbSet<ThemeIndicator> ThemeIndicators { get; }

    DbSet<SphereIndicator> SphereIndicators { get; }

    DbSet<GapIndicator> GapIndicators { get; }

    /// <summary>One assessment without its answers, held until the end of the command: devices that write to it at the same time take turns.</summary>
    Task<Assessment?> HoldAsync(Guid serviceUserId, Guid assessmentId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
