using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByLambda
{
    public static Func<int> Later() => () => Secret.Tell();
}
