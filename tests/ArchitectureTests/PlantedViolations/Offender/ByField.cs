using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal sealed class ByField
{
    public readonly Secret Kept = null!;
}
