using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByPattern
{
    public static bool Is(object candidate) => candidate is Secret { Number: > 1 };
}
