using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Effects;

/// <summary>What one person brings to a project's reading of one family.</summary>
/// <param name="Mean">The mean of the family in their latest sheet about the service that has one, 0 to 100.</param>
/// <param name="Mark">Stands for the very answers it was made from: another answer is another mark.</param>
public sealed record EffectsShare(Guid ServiceUserId, double Mean, long Mark);

/// <summary>A project's reading of one family, as it was released: over the people who agreed to its statistics, never fewer than eleven.</summary>
public sealed class EffectsRelease
{
    /// <summary>The version of these definitions, kept beside the figures.</summary>
    public const string Current = "effects-1";

    /// <summary>At most this is low, in points; for a change, less well than before.</summary>
    public const int LowTo = 40;

    /// <summary>From this on it is high, in points; for a change, better than before.</summary>
    public const int HighFrom = 60;

    // A median of an odd number is somebody's own figure: rounded, it is that of many.
    private const int MedianStep = 5;

    private EffectsRelease()
    {
    }

    public Guid Id { get; private init; }

    public Guid ProjectId { get; private init; }

    public EffectsFamily Family { get; private init; }

    /// <summary>People; 11 at least.</summary>
    public int People { get; private init; }

    /// <summary>In points, to the nearest five.</summary>
    public int Median { get; private init; }

    /// <summary>People whose mean is at most <see cref="LowTo"/>; null when hidden.</summary>
    public int? Low { get; private init; }

    /// <summary>People in between; null when hidden.</summary>
    public int? Middle { get; private init; }

    /// <summary>People whose mean is <see cref="HighFrom"/> at least; null when hidden.</summary>
    public int? High { get; private init; }

    /// <summary>The version of the definitions.</summary>
    public string Method { get; private init; } = "";

    public DateTimeOffset ReleasedAt { get; private init; }

    /// <summary>A new release, or null when the former ones must do: too few people, or fewer than eleven apart from any release there was.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="family">The family.</param>
    /// <param name="shares">One of each person.</param>
    /// <param name="former">All that was ever released of this project and family.</param>
    /// <param name="now">The server's time.</param>
    public static EffectsRelease? Make(Guid projectId, EffectsFamily family, IReadOnlyList<EffectsShare> shares, IEnumerable<ReleasedTo> former, DateTimeOffset now)
    {
        if (shares.Count < SmallCells.Fewest || former.Any(release => release.Apart(shares) < SmallCells.Fewest))
        {
            return null;
        }

        var (low, high) = (shares.Count(share => share.Mean <= LowTo), shares.Count(share => share.Mean >= HighFrom));
        var shown = SmallCells.Hide([low, shares.Count - low - high, high]);
        return new EffectsRelease
        {
            Id = Guid.CreateVersion7(),
            ProjectId = projectId,
            Family = family,
            People = shares.Count,
            Median = MedianOf(shares),
            Low = shown[0],
            Middle = shown[1],
            High = shown[2],
            Method = Current,
            ReleasedAt = FactTime.Microseconds(now),
        };
    }

    private static int MedianOf(IReadOnlyList<EffectsShare> shares)
    {
        var means = shares.Select(share => share.Mean).Order().ToList();
        var median = (means[(means.Count - 1) / 2] + means[means.Count / 2]) / 2;
        return (int)Math.Round(median / MedianStep, MidpointRounding.AwayFromZero) * MedianStep;
    }
}

/// <summary>A person's part in a release: kept so that a next one can be held apart from it, and read by nobody.</summary>
public sealed class EffectsReleasePart
{
    private EffectsReleasePart()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid ReleaseId { get; private init; }

    /// <summary>Stands for the very answers that went in.</summary>
    public long Mark { get; private init; }

    public static EffectsReleasePart Of(EffectsShare share, EffectsRelease release) => new() { ServiceUserId = share.ServiceUserId, ReleaseId = release.Id, Mark = share.Mark };
}

/// <summary>Who was in a release, and with what.</summary>
/// <param name="People">How many there were; those whose record is no more are not in <paramref name="Parts"/>.</param>
/// <param name="Parts">Each person's mark.</param>
public sealed record ReleasedTo(int People, IReadOnlyDictionary<Guid, long> Parts)
{
    /// <summary>How many people tell this release from another: who came, who went, who says something else. What two releases differ by could be read off as a reading of these people alone.</summary>
    public int Apart(IReadOnlyList<EffectsShare> shares)
    {
        var same = shares.Count(share => Parts.TryGetValue(share.ServiceUserId, out var mark) && mark == share.Mark);
        var changed = shares.Count(share => Parts.TryGetValue(share.ServiceUserId, out var mark) && mark != share.Mark);
        return (People - same - changed) + (shares.Count - same);
    }
}
