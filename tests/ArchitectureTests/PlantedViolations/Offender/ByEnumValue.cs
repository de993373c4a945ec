using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByEnumValue
{
    public static int Value() => (int)Shade.Light;
}
