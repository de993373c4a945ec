using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByTypeOf
{
    public static string Name() => typeof(Secret).Name;
}
