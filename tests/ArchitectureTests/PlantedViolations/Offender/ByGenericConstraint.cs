using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal sealed class ByGenericConstraint<T>
    where T : ISecret
{
    public T? Value { get; init; }
}
