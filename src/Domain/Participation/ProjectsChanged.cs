using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>A person entered or left a project: what they are asked is no longer the same.</summary>
public sealed record ProjectsChanged(Guid ServiceUserId) : IDomainEvent;
