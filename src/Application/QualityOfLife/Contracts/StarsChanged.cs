using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Contracts;

/// <summary>The person's stars are no longer what they were, as other modules are told: the name of the domain's own event, and of its form what they need.</summary>
public sealed record StarsChanged(Guid ServiceUserId) : IDomainEvent;
