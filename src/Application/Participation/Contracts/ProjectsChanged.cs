using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>A person entered or left a project, as other modules are told: the name and the form of the domain's own event.</summary>
public sealed record ProjectsChanged(Guid ServiceUserId) : IDomainEvent;
