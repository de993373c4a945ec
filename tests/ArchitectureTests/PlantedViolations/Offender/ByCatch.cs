using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByCatch
{
    public static bool Survives(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (SecretFailure)
        {
            return false;
        }
    }
}
