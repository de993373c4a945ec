using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Who represents a person, whether the person contests it, or who is to know of it, changed, as other modules are told: the name and the form of the domain's own event.</summary>
public sealed record RepresentationsChanged(Guid ServiceUserId) : IDomainEvent;
