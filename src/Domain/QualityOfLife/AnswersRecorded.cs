using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>Answers were added, corrected, cleared or set aside: the series of these themes, in that perspective, are no longer what they were.</summary>
public sealed record AnswersRecorded(Guid ServiceUserId, Perspective Perspective, IReadOnlyList<string> Themes) : IDomainEvent;
