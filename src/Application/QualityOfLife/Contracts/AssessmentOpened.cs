using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Contracts;

/// <summary>An assessment was opened, as other modules are told: the name and the form of the domain's own event.</summary>
public sealed record AssessmentOpened(Guid ServiceUserId) : IDomainEvent;
