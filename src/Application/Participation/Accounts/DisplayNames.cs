using Barometre.Application.Shared.Mail;

namespace Barometre.Application.Participation.Accounts;

/// <summary>The name that an account is shown by: sealed by the installation's key ring, as its sign-in name is, and opened only where it is shown.</summary>
public static class DisplayNames
{
    private const string Purpose = "barometre.display-name";

    /// <summary>Null for a name that was not said.</summary>
    public static byte[]? SealName(this IAccountSeal seal, string? name) => string.IsNullOrWhiteSpace(name) ? null : seal.Seal(Purpose, name.Trim());

    /// <summary>Null when there is none.</summary>
    public static string? NameIn(this IAccountSeal seal, byte[]? sealedName) => sealedName is null ? null : seal.Open(Purpose, sealedName);
}
