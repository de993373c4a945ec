using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>A strength was named, proposed, answered, said otherwise or set aside.</summary>
public sealed record StrengthsChanged(Guid ServiceUserId) : IDomainEvent;
