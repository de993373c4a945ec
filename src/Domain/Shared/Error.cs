using System.Globalization;

namespace Barometre.Domain.Shared;

/// <summary>A failure that a caller can act on: a stable code and its text in both languages; <c>{0}</c>, <c>{1}</c>… stand for the arguments of <see cref="RuleViolation"/>.</summary>
/// <param name="Code">Stable, <c>module.what-is-wrong</c>; front ends branch on it.</param>
/// <param name="French">What happened, what is safe, what to do.</param>
/// <param name="English">The same, in English.</param>
public sealed record Error(string Code, string French, string English)
{
    /// <summary>The text in the language of <paramref name="culture"/>: French unless it is English.</summary>
    public string In(CultureInfo culture, params IEnumerable<object> arguments) =>
        string.Format(culture, culture.TwoLetterISOLanguageName == "en" ? English : French, [.. arguments]);
}
