using Barometre.Domain.CoProduction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>What the use cases of proposals read alike.</summary>
internal static class KeptProposals
{
    /// <summary>The fact with that id, of whatever proposal; null when it is new.</summary>
    public static Task<ProposalFact?> KnownAsync(this IProposalsDb db, Guid serviceUserId, Guid factId, CancellationToken cancellationToken) =>
        db.ProposalFacts.FirstOrDefaultAsync(fact => fact.ServiceUserId == serviceUserId && fact.Id == factId, cancellationToken);

    public static async Task<ProposalTermsView> TermsAsync(this IProposalsDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        (await db.ExpiryAsync(serviceUserId, cancellationToken)).Chosen is { } terms ? new ProposalTermsView(terms.LapseAfterDays, terms.At) : new ProposalTermsView(null, null);

    /// <summary>From all that the person chose: what lapsed under an earlier choice has lapsed.</summary>
    public static async Task<ProposalExpiry> ExpiryAsync(this IProposalsDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        new(await db.ProposalTerms.AsNoTracking().Where(terms => terms.ServiceUserId == serviceUserId).ToListAsync(cancellationToken));
}
