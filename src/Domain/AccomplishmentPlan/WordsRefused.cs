using Barometre.Domain.Shared;
using Barometre.Domain.Shared.Texts;

namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>A no is kept: what the person said no to is not proposed to them again in the same words.</summary>
public static class WordsRefused
{
    /// <param name="noting">Who writes.</param>
    /// <param name="words">What they write.</param>
    /// <param name="refused">All the words of what the person said no to and has not taken up since.</param>
    /// <exception cref="RuleViolation">Somebody else, alone, proposes what was refused.</exception>
    public static void RequireNotRefused(this Noting noting, string words, IEnumerable<string> refused)
    {
        if (!noting.IsThePersons && refused.Any(one => SameWords.Are(one, words)))
        {
            throw new RuleViolation(PlanErrors.DeclinedBefore);
        }
    }
}
