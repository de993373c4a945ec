using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class BySignature
{
    public static bool Accept(IReadOnlyList<Secret[]> secrets) => secrets.Count > 0;
}
