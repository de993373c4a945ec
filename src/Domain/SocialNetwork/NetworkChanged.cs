using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork;

/// <summary>Facts were added to a person's network: its map, its snapshots and their measures may no longer be what they were.</summary>
public sealed record NetworkChanged(Guid ServiceUserId) : IDomainEvent;
