using Barometre.Domain.QualityOfLife;

namespace Barometre.Application.QualityOfLife.BlindMode;

/// <summary>A person's answers as blind mode lets the caller read them: whatever shows an answer, or computes from answers to show it, reads them by this rule.</summary>
public interface IShownAnswers
{
    /// <summary>Those that the caller may read; all of them while blind mode is off.</summary>
    IQueryable<Answer> Of(Guid serviceUserId);

    /// <summary>Those that are hidden from the caller; none while blind mode is off.</summary>
    IQueryable<Answer> HiddenOf(Guid serviceUserId);
}
