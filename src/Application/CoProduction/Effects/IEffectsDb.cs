using Barometre.Domain.CoProduction.Effects;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>The tables of perceived effects, as their use cases see them.</summary>
public interface IEffectsDb
{
    DbSet<EffectsSheet> Sheets { get; }

    DbSet<EffectsAnswer> EffectsAnswers { get; }

    DbSet<EffectsShowing> Showings { get; }

    /// <summary>Of projects: nothing in it is about one person.</summary>
    DbSet<EffectsRelease> Releases { get; }

    /// <summary>Read and written by the job alone.</summary>
    DbSet<EffectsReleasePart> ReleaseParts { get; }

    /// <summary>Makes any other release of the project wait for the end of this transaction, so that it is held apart from this one too.</summary>
    Task HoldReleasesAsync(Guid projectId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}

/// <summary>Where the words of perceived effects stand: sealed for one column, they open in no other.</summary>
public static class EffectsColumns
{
    public const string Comment = "coproduction.effects_answer.comment";
}

/// <summary>The published questions on perceived effects; content, the same for everybody, kept in memory.</summary>
public interface IEffectsQuestionnaires
{
    /// <summary>A version, the newest when none is named; null when there is no such version.</summary>
    ValueTask<EffectsQuestionnaire?> FindAsync(string? version, CancellationToken cancellationToken);
}
