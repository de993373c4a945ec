using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal sealed class ByProperty
{
    public int Number => Secret.Count;
}
