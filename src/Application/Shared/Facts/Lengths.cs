using FluentValidation;
using FluentValidation.Validators;

namespace Barometre.Application.Shared.Facts;

/// <summary>Lengths as people count them.</summary>
internal static class Lengths
{
    /// <summary>At most so many characters (code points): an emoji or a letter of a rare script is one, as in the contract’s <c>maxLength</c>.</summary>
    public static IRuleBuilderOptions<T, string?> MaximumCharacters<T>(this IRuleBuilder<T, string?> rule, int most) => rule.SetValidator(new CharactersValidator<T>(most));

    private sealed class CharactersValidator<T>(int most) : PropertyValidator<T, string?>, ILengthValidator
    {
        // The name under which the library and ours word the refusal.
        public override string Name => "MaximumLengthValidator";

        public int Min => 0;

        public int Max => most;

        public override bool IsValid(ValidationContext<T> context, string? value)
        {
            if (value is null || value.Length <= most || (value.Length <= 2 * most && value.EnumerateRunes().Count() <= most))
            {
                return true;
            }

            context.MessageFormatter.AppendArgument("MaxLength", most);
            return false;
        }

        protected override string GetDefaultMessageTemplate(string errorCode) => Localized(errorCode, Name);
    }
}
