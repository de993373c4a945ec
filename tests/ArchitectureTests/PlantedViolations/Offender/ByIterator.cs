using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByIterator
{
    public static IEnumerable<int> Each()
    {
        yield return Secret.Tell();
    }
}
