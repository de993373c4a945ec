using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>Who represents a person, whether the person contests it, or who is to know of it, changed.</summary>
public sealed record RepresentationsChanged(Guid ServiceUserId) : IDomainEvent;
