using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByGenericArgument
{
    public static int Size() => Array.Empty<Secret>().Length;
}
