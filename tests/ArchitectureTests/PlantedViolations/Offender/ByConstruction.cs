using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByConstruction
{
    public static object Make() => new Secret();
}
