namespace Barometre.Domain.Shared;

/// <summary>Whose view a fact tells. Views are put side by side and never merged.</summary>
public enum Perspective
{
    ServiceUser,
    Practitioner,
    Relative,
}

/// <summary>Whether a fact was noted by its author alone or by people together, on one screen.</summary>
public enum Setting
{
    Alone,
    Joint,
}
