using System.Runtime.InteropServices;

namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>What is measured of a map, or of what became of it.</summary>
public enum MeasureCode
{
    Alters,
    Ties,
    Isolates,
    Density,
    EffectiveSize,
    Efficiency,
    Constraint,
    ConstraintWeighted,
    CircleShare,
    CircleDiversity,
    CircleVariation,
    FamilyEi,
    ServicesEi,
    MeanCloseness,
    MeanQuality,
    SupportiveShare,
    HardShare,
    Multiplexity,
    Reciprocity,
    Kept,
    New,
    Gone,
    Back,
    Jaccard,
    ClosenessChange,
    QualityChange,
}

/// <summary>Why a measure cannot be said.</summary>
public enum Undefined
{
    /// <summary>Nobody is on the map.</summary>
    NoAlters,

    /// <summary>It takes two.</summary>
    FewerThanTwo,

    /// <summary>Nobody said what it is computed from.</summary>
    NothingSaid,

    /// <summary>How strong a tie is was not said for every tie.</summary>
    StrengthsMissing,
}

/// <summary>One measure: its value, or why there is none.</summary>
/// <param name="Part">The circle of life of a share; null for the whole.</param>
/// <param name="Value">In the measure's own unit; null when it cannot be said.</param>
/// <param name="Why">Null when there is a value.</param>
/// <param name="N">How many alters or ties it was computed from.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Measured(MeasureCode Code, LifeCircle? Part, double? Value, Undefined? Why, int N)
{
    public static Measured Of(MeasureCode code, double? value, Undefined otherwise, int n, LifeCircle? part = null) => new(code, part, value, value is null ? otherwise : null, n);

    public static Measured Count(MeasureCode code, int count, int n) => new(code, null, count, null, n);
}
