using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>To which words a yes was given.</summary>
internal static class WordsRead
{
    /// <summary>A yes counts for the words that the person had read: what somebody else wrote later, or what reached the record later, they had not.</summary>
    /// <param name="readAt">When the server gave out the words; null for those that stood at the step's time.</param>
    /// <param name="isNo">A no is a no, whatever the words.</param>
    /// <exception cref="RuleViolation">Somebody else, alone, wrote it otherwise since.</exception>
    public static void RequireRead<T>(this IEnumerable<T> wordings, NotedFact step, DateTimeOffset? readAt, bool isNo)
        where T : NotedFact
    {
        if (!isNo && wordings.Any(wording => !wording.IsThePersons && (readAt is null ? wording.At > step.At : wording.RecordedAt > readAt)))
        {
            throw new RuleViolation(PlanErrors.RewordedSince);
        }
    }
}
