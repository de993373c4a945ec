using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>A person's record was opened in an emergency, or that was seen or reviewed.</summary>
public sealed record EmergenciesChanged(Guid ServiceUserId) : IDomainEvent;
