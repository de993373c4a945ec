using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Consents;

/// <summary>A published version of the texts that people say yes to; a version never changes.</summary>
/// <param name="Headings">What each part of a text is headed, in the order of the parts.</param>
/// <param name="Purposes">The parts of the text of each kind of purpose.</param>
/// <param name="Laws">Under each country's law: what allows it, where it is kept, the person's rights, and whom to complain to.</param>
/// <param name="Themes">The themes of research.</param>
public sealed record ConsentContent(
    string Code,
    string Version,
    string Status,
    Wording Notice,
    IReadOnlyDictionary<ConsentPart, Wording> Headings,
    IReadOnlyDictionary<ConsentKind, PurposeContent> Purposes,
    IReadOnlyDictionary<Country, LawContent> Laws,
    IReadOnlyList<ResearchTheme> Themes);

/// <summary>What the law wants a notice to say, part by part.</summary>
public enum ConsentPart
{
    Who,
    What,
    Why,

    /// <summary>What makes it lawful.</summary>
    Basis,

    Recipients,

    /// <summary>Where it is kept, and what holds when that is abroad.</summary>
    Where,

    HowLong,
    Rights,
    Withdraw,
    Complain,
}

/// <summary>The text of one kind of purpose; names in braces stand for what it is about.</summary>
public sealed record PurposeContent(Wording Title, Wording Who, Wording What, Wording Why, Wording Basis, Wording Recipients, Wording HowLong, Wording Withdraw);

/// <summary>What depends on the law of a country.</summary>
/// <param name="Basis">What that law asks of a consent; said after the purpose's own words.</param>
/// <param name="Where">Where it is kept, and what that law asks when it is abroad.</param>
public sealed record LawContent(Wording Basis, Wording Where, Wording Rights, Wording Complain);

/// <summary>A subject that research may be about.</summary>
/// <param name="Code">Stable.</param>
public sealed record ResearchTheme(string Code, Wording Name);
