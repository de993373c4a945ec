using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByNameOf
{
    public static string Name() => nameof(Secret.Number);
}
