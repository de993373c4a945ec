using Barometre.Domain.Shared;

namespace Barometre.Application.Strengths.Contracts;

/// <summary>A strength was named, proposed, answered, said otherwise or set aside, as other modules are told: the name of the domain's own event, and of its form what they need.</summary>
public sealed record StrengthsChanged(Guid ServiceUserId) : IDomainEvent;
