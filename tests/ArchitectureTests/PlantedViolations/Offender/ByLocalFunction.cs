using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByLocalFunction
{
    public static int Count()
    {
        return Inner();

        static int Inner() => Secret.Tell();
    }
}
