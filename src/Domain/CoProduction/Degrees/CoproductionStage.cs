namespace Barometre.Domain.CoProduction.Degrees;

/// <summary>The five stages of doing something together with a service.</summary>
public enum CoproductionStage
{
    /// <summary>What is so, and what matters most.</summary>
    DefiningNeeds,

    SettingGoals,

    /// <summary>Which actions, in which words.</summary>
    Planning,

    /// <summary>Who carries what, and does it.</summary>
    Doing,

    /// <summary>How it goes, and what becomes of the goals.</summary>
    Reviewing,
}

/// <summary>What somebody's part in a stage was.</summary>
public enum StagePart
{
    Initiated,
    Decided,
    Done,
}

/// <summary>Whose act it was.</summary>
public enum Actor
{
    /// <summary>The person, on their own.</summary>
    Person,

    /// <summary>A practitioner, on their own.</summary>
    Practitioner,

    /// <summary>The person and somebody beside them, on one screen.</summary>
    Both,

    /// <summary>A relative, or somebody outside the circle.</summary>
    Other,
}

/// <summary>One act in one stage.</summary>
/// <param name="FactId">The fact it is read from.</param>
public sealed record StageAct(Guid FactId, CoproductionStage Stage, StagePart Part, Actor By, DateTimeOffset At);
