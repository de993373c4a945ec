namespace Barometre.Domain.Strengths;

/// <summary>What a strength is: the first five are the person's own, the others are around them.</summary>
public enum StrengthKind
{
    Quality,
    Skill,
    Interest,
    Hope,

    /// <summary>Knowledge from experience: what the person knows by having lived it.</summary>
    LivedKnowledge,
    Person,
    Place,
    Organisation,
    Thing,

    /// <summary>What the person is entitled to: an income, a right, a service.</summary>
    Benefit,
}

/// <summary>Where a strength is: in the person, or around them.</summary>
public enum StrengthNature
{
    Personal,
    Environment,
}

/// <summary>The seven domains of life by which strengths are put in order (Rapp and Goscha's strengths assessment).</summary>
public enum StrengthDomain
{
    HomeDailyLife,
    Money,
    WorkLearning,
    Relationships,
    HealthWellbeing,
    Leisure,
    SpiritualityCulture,
}

/// <summary>When a strength counts: there today, wished for, or what worked before.</summary>
public enum StrengthTime
{
    Now,
    Wishes,
    Past,
}

/// <summary>Where a strength stands.</summary>
public enum StrengthStanding
{
    /// <summary>Somebody else named it, and it waits for the person's yes.</summary>
    Proposed,

    /// <summary>It is the person's.</summary>
    Kept,

    /// <summary>The person said no; it stays a no.</summary>
    Declined,

    /// <summary>Set aside by the person; it can be taken up again.</summary>
    Retired,
}

/// <summary>What each kind says of where the strength is.</summary>
public static class StrengthKinds
{
    public static StrengthNature Nature(this StrengthKind kind) => kind <= StrengthKind.LivedKnowledge ? StrengthNature.Personal : StrengthNature.Environment;
}
