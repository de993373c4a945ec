using Barometre.Application.Victim.Contracts;

namespace Barometre.Application.Offender;

internal static class ThroughContracts
{
    public static int Count(Summary summary) => summary.Count;
}
