using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByCall
{
    public static int Peek() => Secret.Tell();
}
