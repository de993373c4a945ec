using Barometre.Domain.QualityOfLife;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Keeps new assessments of one person with all that they hold, and tells what changed, in one statement and one round trip.</summary>
public interface IAssessmentWriter
{
    /// <summary>Adds those that are not there yet; of one that is, nothing is added. Returns how many assessments and answers were added.</summary>
    /// <exception cref="Barometre.Domain.Shared.RuleViolation">An answer's id is known with another assessment of the person.</exception>
    Task<AddedAssessments> AddAsync(Guid serviceUserId, IReadOnlyList<Assessment> assessments, CancellationToken cancellationToken);
}

/// <summary>What was not there yet.</summary>
public sealed record AddedAssessments(int Assessments, int Answers);
