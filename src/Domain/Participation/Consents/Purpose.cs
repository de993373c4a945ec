namespace Barometre.Domain.Participation.Consents;

/// <summary>What kind of thing a person says yes or no to.</summary>
public enum ConsentKind
{
    /// <summary>That the circle accompanies the person with this record; agreed to by letting people in, until the person says no.</summary>
    Care,

    /// <summary>That the person counts in a project's statistics.</summary>
    ProjectStatistics,

    /// <summary>That one study uses what the person noted, without their name.</summary>
    ResearchStudy,

    /// <summary>That research on a theme does; a no outweighs the yes to any study of that theme.</summary>
    ResearchTheme,

    /// <summary>That another system reads and writes what the person opened to it; agreed to by letting it in, until the person says no.</summary>
    Integrator,

    /// <summary>That the person may meet others in the community.</summary>
    Community,

    /// <summary>That reminders reach the person by a channel; a no outweighs what was chosen.</summary>
    Reminders,
}

/// <summary>What a yes or a no is about.</summary>
/// <param name="Subject">Which project, study, theme, system (its account) or channel (<c>inbox</c>, <c>mail</c>): an id or a code; empty when the kind has one only.</param>
public sealed record Purpose(ConsentKind Kind, string Subject)
{
    /// <summary>In characters.</summary>
    public const int LongestSubject = 100;

    public static Purpose Care { get; } = new(ConsentKind.Care, "");

    public static Purpose Integrator(Guid accountId) => new(ConsentKind.Integrator, accountId.ToString());

    public static Purpose ResearchTheme(string theme) => new(ConsentKind.ResearchTheme, theme);

    /// <summary>True when letting somebody in was the yes: silence is no for everything else.</summary>
    public bool IsAgreedByLettingIn => Kind is ConsentKind.Care or ConsentKind.Integrator;

    /// <summary>True when data about it leaves the circle, so that whoever received some must be told of a no.</summary>
    public bool LeavesTheCircle => Kind is ConsentKind.Integrator or ConsentKind.ProjectStatistics or ConsentKind.ResearchStudy or ConsentKind.ResearchTheme;

    /// <summary>What holds now: silence is no, except where letting somebody in was the yes; a no to a theme outweighs the yes to a study of it.</summary>
    /// <param name="answer">The last answer; null while there is none.</param>
    /// <param name="themes">The themes that a study touches.</param>
    /// <param name="refusedThemes">Those that the person said no to.</param>
    public bool IsAgreed(ConsentAnswer? answer, IEnumerable<string> themes, IReadOnlySet<string> refusedThemes) =>
        (answer is null ? IsAgreedByLettingIn : answer == ConsentAnswer.Given) && !(Kind == ConsentKind.ResearchStudy && themes.Any(refusedThemes.Contains));
}
