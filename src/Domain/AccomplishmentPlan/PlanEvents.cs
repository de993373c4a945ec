using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>Something of the plan that figures are computed from is no longer what it was.</summary>
public sealed record PlanChanged(Guid ServiceUserId) : IDomainEvent;

/// <summary>The person took a goal on.</summary>
public sealed record GoalAdopted(Guid ServiceUserId, Guid GoalId) : IDomainEvent;

/// <summary>Somebody was asked to carry an action.</summary>
/// <param name="MemberId">The member of the circle who was asked; null for the person, and for an organisation outside.</param>
public sealed record ActionAsked(Guid ServiceUserId, Guid GoalId, Guid ActionId, Guid? MemberId) : IDomainEvent;

/// <summary>Somebody carries an action from now on.</summary>
/// <param name="MemberId">The member of the circle who carries it; null for the person, and for an organisation outside.</param>
public sealed record ActionAccepted(Guid ServiceUserId, Guid GoalId, Guid ActionId, Guid? MemberId) : IDomainEvent;

/// <summary>An action is done.</summary>
public sealed record ActionDone(Guid ServiceUserId, Guid GoalId, Guid ActionId) : IDomainEvent;

/// <summary>When an action is due, how often it comes back, or whether it is due at all, is no longer what it was.</summary>
public sealed record ActionDatesChanged(Guid ServiceUserId, Guid GoalId, Guid ActionId) : IDomainEvent;
