using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>A person's record was opened in an emergency, or that was seen or reviewed, as other modules are told: the name and the form of the domain's own event.</summary>
public sealed record EmergenciesChanged(Guid ServiceUserId) : IDomainEvent;
