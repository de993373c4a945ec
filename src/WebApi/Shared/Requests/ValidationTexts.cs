using System.Globalization;
using Barometre.Domain.Shared;
using FluentValidation;
using FluentValidation.Resources;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>The stable codes and the texts, in both languages, of the rules that every validator uses; a rule of a module brings its own (<c>Because</c>).</summary>
internal static class ValidationTexts
{
    public static readonly Error Required = new("validation.required", "Il manque une valeur.", "A value is missing.");

    public static readonly Error MustBeEmpty = new("validation.must-be-empty", "Aucune valeur n’est attendue ici.", "No value is expected here.");

    public static readonly Error TooLong = new("validation.too-long", "Au plus {MaxLength} caractères.", "At most {MaxLength} characters.");

    public static readonly Error TooShort = new("validation.too-short", "Au moins {MinLength} caractères.", "At least {MinLength} characters.");

    public static readonly Error Length = new("validation.length", "Entre {MinLength} et {MaxLength} caractères.", "Between {MinLength} and {MaxLength} characters.");

    public static readonly Error Range = new("validation.range", "Entre {From} et {To}.", "Between {From} and {To}.");

    public static readonly Error Above = new("validation.above", "Plus grand que {ComparisonValue}.", "Greater than {ComparisonValue}.");

    public static readonly Error AtLeast = new("validation.at-least", "Au moins {ComparisonValue}.", "At least {ComparisonValue}.");

    public static readonly Error Below = new("validation.below", "Plus petit que {ComparisonValue}.", "Less than {ComparisonValue}.");

    public static readonly Error AtMost = new("validation.at-most", "Au plus {ComparisonValue}.", "At most {ComparisonValue}.");

    public static readonly Error Equal = new("validation.equal", "Ce n’est pas la valeur attendue.", "This is not the value expected.");

    public static readonly Error NotEqual = new("validation.not-equal", "Cette valeur n’est pas permise ici.", "This value is not allowed here.");

    public static readonly Error Format = new("validation.format", "La forme n’est pas celle attendue.", "The form is not the one expected.");

    public static readonly Error Choice = new("validation.choice", "Cette valeur n’est pas parmi celles attendues.", "This value is not among those expected.");

    public static readonly Error Rule = new("validation.rule", "Cette valeur n’est pas permise.", "This value is not allowed.");

    // By the names that FluentValidation gives its rules.
    private static readonly Dictionary<string, Error> ByRule = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = Required, ["NotNullValidator"] = Required, ["EmptyValidator"] = MustBeEmpty, ["NullValidator"] = MustBeEmpty,
        ["MaximumLengthValidator"] = TooLong, ["MinimumLengthValidator"] = TooShort, ["LengthValidator"] = Length, ["ExactLengthValidator"] = Length,
        ["InclusiveBetweenValidator"] = Range, ["ExclusiveBetweenValidator"] = Range,
        ["GreaterThanValidator"] = Above, ["GreaterThanOrEqualValidator"] = AtLeast, ["LessThanValidator"] = Below, ["LessThanOrEqualValidator"] = AtMost,
        ["EqualValidator"] = Equal, ["NotEqualValidator"] = NotEqual, ["RegularExpressionValidator"] = Format, ["EmailValidator"] = Format,
        ["EnumValidator"] = Choice, ["StringEnumValidator"] = Choice, ["PredicateValidator"] = Rule, ["AsyncPredicateValidator"] = Rule, ["ScalePrecisionValidator"] = Format,
    };

    /// <summary>Ours for the library's name of a rule; a module's own code as it is.</summary>
    public static string CodeOf(string rule) => ByRule.TryGetValue(rule, out var error) ? error.Code : rule.Contains('.', StringComparison.Ordinal) ? rule : Rule.Code;

    /// <summary>Puts our texts in the place of the library's, once for the process.</summary>
    public static void Use()
    {
        ValidatorOptions.Global.LanguageManager = new Texts();
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member?.Name;
    }

    private sealed class Texts : LanguageManager
    {
        public override string GetString(string key, CultureInfo? culture = null)
        {
            var error = ByRule.GetValueOrDefault(key, Rule);
            return (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en" ? error.English : error.French;
        }
    }
}
