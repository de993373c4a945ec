using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Shared;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Who may have a record erased: the person, and whoever the law gives the right; never a practitioner, who would decide alone what nobody could call off (docs/decisions/0015).</summary>
internal static class ErasureRight
{
    /// <exception cref="Forbidden">A practitioner beside a person who has no account.</exception>
    public static async Task<CallersRight> ToEraseAsync(this ICallersRight rights, Guid serviceUserId, CancellationToken cancellationToken) =>
        await rights.OfAsync(serviceUserId, cancellationToken) is not CallersRight.Together and var right ? right : throw new Forbidden(RightsErrors.ErasureNotBeside);

    /// <exception cref="RuleViolation">The person asked for it themself, and somebody else would decide about it.</exception>
    public static void RequireMay(this Erasure erasure, CallersRight right)
    {
        if (right == CallersRight.Representative && erasure.Ground != ErasureGround.Represented)
        {
            throw new RuleViolation(RightsErrors.ErasureIsThePersons);
        }
    }
}
