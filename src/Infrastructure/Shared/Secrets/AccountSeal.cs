using System.Text;
using Barometre.Application.Shared.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>Seals by the installation's key ring, each purpose apart.</summary>
internal sealed class AccountSeal(IDataProtectionProvider protection) : IAccountSeal
{
    public byte[] Seal(string purpose, string text) => protection.CreateProtector(purpose).Protect(Encoding.UTF8.GetBytes(text));

    public string Open(string purpose, byte[] sealedText) => Encoding.UTF8.GetString(protection.CreateProtector(purpose).Unprotect(sealedText));
}
