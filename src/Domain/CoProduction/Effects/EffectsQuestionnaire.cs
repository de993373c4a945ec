using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Effects;

/// <summary>A family of perceived effects.</summary>
public enum EffectsFamily
{
    /// <summary>What the service brings to the person's life.</summary>
    QualityOfLife,

    /// <summary>What changed since the service began; 50 = same as before.</summary>
    Change,

    /// <summary>How the service works with the person. Closed to whomever it is about, unless the person shows it.</summary>
    Process,
}

/// <summary>A published version of the questions on perceived effects. Never changed once published.</summary>
/// <param name="Code">The questionnaire's name, the same for all its versions.</param>
/// <param name="Version">Semantic: another question or wording is another version.</param>
/// <param name="Status"><c>provisional</c> until people who use services have read it; shown wherever the questionnaire is.</param>
/// <param name="Notice">What the status means, to be shown with it.</param>
/// <param name="Scale">The same for all its questions; nothing is marked on it beforehand.</param>
public sealed record EffectsQuestionnaire(string Code, string Version, string Status, Wording Notice, EffectsScale Scale, IReadOnlyList<EffectsGroup> Groups)
{
    /// <summary>The code of the questionnaire.</summary>
    public const string Effects = "barometre-effects";

    /// <summary>The family of a question; null when it is not one of this version's.</summary>
    public EffectsFamily? FamilyOf(string item) => Groups.FirstOrDefault(group => group.Items.Any(one => one.Code == item))?.Code;
}

/// <summary>The scale of the questions, in points.</summary>
public sealed record EffectsScale(int Min, int Max, int Step);

/// <summary>The questions of one family.</summary>
/// <param name="Lead">How each question begins; null when each stands by itself.</param>
public sealed record EffectsGroup(EffectsFamily Code, int Position, Wording Name, Wording Description, IReadOnlyList<EffectsItem> Items, Wording? Lead = null);

/// <summary>One question as people see it, with what both ends of its scale mean.</summary>
/// <param name="Code">Stable over versions: <c>process.listening</c>.</param>
/// <param name="Low">What 0 means.</param>
/// <param name="High">What 100 means.</param>
/// <param name="Mid">What 50 means, where it means something: same as before.</param>
public sealed record EffectsItem(string Code, int Position, Wording Name, Wording Prompt, Wording Help, Wording Low, Wording High, Wording? Mid = null);
