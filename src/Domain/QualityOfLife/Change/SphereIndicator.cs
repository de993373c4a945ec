using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>A sphere, or all of them, for one person in one perspective, as computed by a job and kept: see <see cref="SphereSummary"/>.</summary>
public sealed class SphereIndicator
{
    /// <summary>In place of a sphere's code: all of them together.</summary>
    public const string Overall = "overall";

    /// <summary>The version of the definitions.</summary>
    public const string CurrentMethod = "sphere/1";

    private SphereIndicator()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>A sphere's code, or <see cref="Overall"/>.</summary>
    public string Sphere { get; private init; } = "";

    public Perspective Perspective { get; private init; }

    public double? Mean { get; private init; }

    public double? Median { get; private init; }

    public int Answered { get; private init; }

    public int Shown { get; private init; }

    public string Method { get; private init; } = "";

    public DateTimeOffset ComputedAt { get; private init; }

    public static SphereIndicator Of(Guid serviceUserId, string sphere, Perspective perspective, SphereSummary summary, DateTimeOffset computedAt) => new()
    {
        ServiceUserId = serviceUserId,
        Sphere = sphere,
        Perspective = perspective,
        Mean = summary.Mean,
        Median = summary.Median,
        Answered = summary.Answered,
        Shown = summary.Shown,
        Method = CurrentMethod,
        ComputedAt = computedAt,
    };
}
