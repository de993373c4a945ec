using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction;

/// <summary>What a thing of a record is that people can talk about, mark, or propose to change.</summary>
public enum ThingKind
{
    /// <summary>A theme of the quality of life; what two voices say of it too.</summary>
    Theme,

    /// <summary>One rating that somebody gave.</summary>
    Rating,

    /// <summary>A theme as one of those that matter most.</summary>
    Star,

    /// <summary>Somebody on the map, and the tie with them.</summary>
    Tie,
    Strength,
    Goal,
    Action,
    FollowUp,
}

/// <summary>A thing of a record, by kind and by its own id, or its theme's code: never by words.</summary>
/// <param name="Theme">The theme's code, for a theme and a star; null for the others.</param>
/// <param name="Id">The thing's id, for all but a theme and a star.</param>
public sealed record Thing(ThingKind Kind, string? Theme, Guid? Id)
{
    /// <summary>The longest code of a theme, in characters.</summary>
    public const int LongestTheme = 100;

    /// <summary>The part of the record where it stands: whoever may not see that may not see what is said of it.</summary>
    public Tab Tab => Kind switch
    {
        ThingKind.Theme or ThingKind.Rating or ThingKind.Star => Tab.QualityOfLife,
        ThingKind.Tie => Tab.Network,
        ThingKind.Strength => Tab.Strengths,
        _ => Tab.Plan,
    };

    /// <summary>True when it is named the way its kind is named: by a theme's code or by an id, and not by both.</summary>
    public bool IsClear => Kind is ThingKind.Theme or ThingKind.Star
        ? !string.IsNullOrWhiteSpace(Theme) && Theme.Length <= LongestTheme && Id is null
        : Theme is null && Id is { } id && id != Guid.Empty;
}
