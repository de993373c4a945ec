using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells whoever received data of a person, in a feed that they read, what they must remove; by the record's id, without a name.</summary>
public interface ITombstones
{
    /// <summary>For one purpose, or, when none is said, for everybody who may have received anything; the person's rows must be open. Twice is harmless.</summary>
    Task AddAsync(Guid serviceUserId, TombstoneReason reason, ConsentPurpose? purpose, CancellationToken cancellationToken);

    /// <summary>For one purpose, and some tabs only: the rest may be kept.</summary>
    Task AddAsync(Guid serviceUserId, TombstoneReason reason, ConsentPurpose purpose, IReadOnlyList<Tab> tabs, CancellationToken cancellationToken);
}

/// <summary>Why something must be removed.</summary>
public enum TombstoneReason
{
    /// <summary>The person agrees no longer, or the recipient has no place with them any more.</summary>
    Withdrawn,

    /// <summary>The person restricted who may know, or what may be done.</summary>
    Restricted,

    /// <summary>The record is no more.</summary>
    Erased,
}
