using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>Something of the plan is no longer what it was, as other modules are told: the name of the domain's own event, and of its form what they need.</summary>
public sealed record PlanChanged(Guid ServiceUserId) : IDomainEvent;
