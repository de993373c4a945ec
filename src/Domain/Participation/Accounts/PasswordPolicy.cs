using System.Text;
using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Accounts;

/// <summary>Which passwords are accepted: long enough for what the account may do, not among the commonest, not the account's own name; no other demand.</summary>
public static class PasswordPolicy
{
    /// <summary>Characters asked of service users and relatives.</summary>
    public const int Shortest = 8;

    /// <summary>Characters asked of everyone who holds another role.</summary>
    public const int ShortestForStaff = 15;

    /// <summary>The longest accepted, in UTF-16 units: a sentence, but not a way to keep the server busy.</summary>
    public const int Longest = 256;

    // A name of three letters stands in too many words to be refused inside them.
    private const int ShortestNameLookedFor = 4;

    /// <summary>True for roles whose holders see or arrange other people's affairs.</summary>
    public static bool IsStaff(Role role) => role is not (Role.ServiceUser or Role.Relative or Role.Representative);

    /// <summary>True when the password has the length that staff needs.</summary>
    public static bool IsLong(string password) => Length(password) >= ShortestForStaff;

    /// <summary>Refuses a password that may not be set.</summary>
    /// <param name="password">What the person chose.</param>
    /// <param name="name">The account's own name.</param>
    /// <param name="staff">Whether the account holds a role other than service user and relative.</param>
    /// <param name="isCommon">Whether a text, in lower case, is among the commonest passwords.</param>
    public static void Check(string password, string name, bool staff, Func<string, bool> isCommon)
    {
        var shortest = staff ? ShortestForStaff : Shortest;
        if (Length(password) < shortest)
        {
            throw new RuleViolation(AccountErrors.PasswordTooShort, shortest);
        }

        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (Forms(plain).Any(form => form.Length == 0 || isCommon(form)))
        {
            throw new RuleViolation(AccountErrors.PasswordTooCommon);
        }

        var own = name.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (own.Length > 0 && (plain == own || own.Length >= ShortestNameLookedFor && plain.Contains(own, StringComparison.Ordinal)))
        {
            throw new RuleViolation(AccountErrors.PasswordIsName);
        }
    }

    private static int Length(string password) => password.EnumerateRunes().Count();

    // What guessers try first: the word itself, the word with digits and signs around it, the word or one character said again and again.
    private static IEnumerable<string> Forms(string plain)
    {
        yield return plain;
        var bare = plain.Trim([.. "0123456789!?.*-_#@$ "]);
        if (bare.Length >= Shortest)
        {
            yield return bare;
        }

        for (var period = 1; period <= plain.Length / 2; period++)
        {
            if (plain.Length % period == 0 && plain == string.Concat(Enumerable.Repeat(plain[..period], plain.Length / period)))
            {
                yield return period <= 4 ? "" : plain[..period];
            }
        }
    }
}
