using Barometre.Application.Shared;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules in whose right the caller asks for something about the whole of a record, after access was decided (<c>Access.Rights</c>).</summary>
public interface ICallersRight
{
    /// <exception cref="Forbidden">A practitioner who is not the one that decides beside the person.</exception>
    /// <exception cref="RuleViolation">The record is frozen, and it is not the person who asks: nothing leaves it, and nothing becomes of it; or the person contests that the caller represents
    /// them.</exception>
    Task<CallersRight> OfAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>In whose right somebody asks.</summary>
public enum CallersRight
{
    /// <summary>The person themself.</summary>
    Person,

    /// <summary>The person, who has no account, beside a practitioner of their circle.</summary>
    Together,

    /// <summary>Somebody whom the law gives the right.</summary>
    Representative,
}
