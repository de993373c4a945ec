using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>An assessment was opened.</summary>
public sealed record AssessmentOpened(Guid ServiceUserId) : IDomainEvent;
