using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>The person's stars are no longer what they were.</summary>
public sealed record StarsChanged(Guid ServiceUserId) : IDomainEvent;
