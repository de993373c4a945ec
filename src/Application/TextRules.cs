using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Validators;

namespace Barometre.Application;

/// <summary>What is counted and seen of a text that somebody typed, whatever the script.</summary>
internal static class TypedText
{
    /// <summary>How many characters it has, as JSON Schema and PostgreSQL count them: an emoji is one or a few, never its bytes.</summary>
    public static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether anybody can see that something stands there: blanks, controls, marks without a letter and characters of no width say nothing.</summary>
    public static bool SaysSomething(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!IsBlank(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => true,
        // Letters and signs by their category, and drawn as nothing: the Hangul fillers, the empty Braille cell.
        _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800,
    };
}

/// <summary>The rules for texts of every validator.</summary>
/// <remarks>They are called as the library's own and found before them, from any validator below this namespace: nobody has to remember, and no text is counted in another way.</remarks>
internal static class TextRules
{
    // Like the library's: a text that may be null and one that may not are ruled alike.
#nullable disable annotations
    /// <summary>Something visible stands there.</summary>
    public static IRuleBuilderOptions<T, string> NotEmpty<T>(this IRuleBuilder<T, string> rule) => rule.SetValidator(new SaysSomethingRule<T>());

    /// <summary>At most so many characters.</summary>
    public static IRuleBuilderOptions<T, string> MaximumLength<T>(this IRuleBuilder<T, string> rule, int most) => rule.SetValidator(new CharactersRule<T>(most));
#nullable restore annotations

    private sealed class SaysSomethingRule<T> : PropertyValidator<T, string?>, INotEmptyValidator
    {
        // The library's name: texts and codes go by it.
        public override string Name => "NotEmptyValidator";

        public override bool IsValid(ValidationContext<T> context, string? value) => TypedText.SaysSomething(value);

        protected override string GetDefaultMessageTemplate(string errorCode) => Localized(errorCode, Name);
    }

    private sealed class CharactersRule<T>(int most) : PropertyValidator<T, string?>, IMaximumLengthValidator
    {
        public override string Name => "MaximumLengthValidator";

        public int Min => 0;

        public int Max => most;

        public override bool IsValid(ValidationContext<T> context, string? value)
        {
            // No text has more characters than code units: most are not counted.
            if (value is null || value.Length <= most || TypedText.Characters(value) <= most)
            {
                return true;
            }

            context.MessageFormatter.AppendArgument("MaxLength", most);
            return false;
        }

        protected override string GetDefaultMessageTemplate(string errorCode) => Localized(errorCode, Name);
    }
}
