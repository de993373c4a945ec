using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>A published version of the questions and suggestions about strengths. Never changed once published; a suggestion is nobody's strength until it is chosen.</summary>
/// <param name="Code">The catalogue's name, the same for all its versions.</param>
/// <param name="Version">Semantic: a new suggestion or wording is a new version.</param>
/// <param name="Status"><c>provisional</c> until people who use services have read it; shown wherever the catalogue is.</param>
/// <param name="Notice">What the status means, to be shown with it.</param>
public sealed record StrengthCatalogue(string Code, string Version, string Status, Wording Notice, IReadOnlyList<StrengthDomainContent> Domains)
{
    /// <summary>The code of the catalogue of strengths.</summary>
    public const string Strengths = "barometre-strengths";

    /// <summary>Whether a suggestion is in it.</summary>
    public bool Has(string suggestion) =>
        Domains.Any(domain => domain.Suggestions.Personal.Concat(domain.Suggestions.Environment).Any(one => one.Code == suggestion));
}

/// <summary>A domain of life: what it covers, what to ask about it, what to suggest.</summary>
public sealed record StrengthDomainContent(StrengthDomain Code, int Position, Wording Name, Wording Description, StrengthPrompts Prompts, StrengthSuggestions Suggestions);

/// <summary>What to ask for each time.</summary>
/// <param name="Now">What is there today.</param>
/// <param name="Wishes">What the person wants.</param>
/// <param name="Past">What worked before.</param>
public sealed record StrengthPrompts(Wording Now, Wording Wishes, Wording Past);

/// <summary>Suggestions of one domain, by where the strength is.</summary>
public sealed record StrengthSuggestions(IReadOnlyList<StrengthSuggestion> Personal, IReadOnlyList<StrengthSuggestion> Environment);

/// <summary>Words to begin from, in both languages.</summary>
/// <param name="Code">Stable over versions: <c>leisure.music</c>.</param>
public sealed record StrengthSuggestion(string Code, int Position, Wording Name);
