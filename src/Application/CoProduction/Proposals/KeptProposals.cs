using Barometre.Domain.CoProduction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>What the use cases of proposals read alike.</summary>
internal static class KeptProposals
{
    /// <summary>The fact with that id, of whatever proposal; null when it is new.</summary>
    public static Task<ProposalFact?> KnownAsync(this IProposalsDb db, Guid serviceUserId, Guid factId, CancellationToken cancellationToken) =>
        db.ProposalFacts.FirstOrDefaultAsync(fact => fact.ServiceUserId == serviceUserId && fact.Id == factId, cancellationToken);

    /// <summary>The last choice by the clock of whoever made it.</summary>
    public static async Task<ProposalTermsView> TermsAsync(this IProposalsDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.ProposalTerms.AsNoTracking().Where(terms => terms.ServiceUserId == serviceUserId)
            .OrderByDescending(terms => terms.At).ThenByDescending(terms => terms.RecordedAt).ThenByDescending(terms => terms.Id)
            .Select(terms => new ProposalTermsView(terms.LapseAfterDays, terms.At)).FirstOrDefaultAsync(cancellationToken) ?? new ProposalTermsView(null, null);

    public static async Task<int?> LapseAfterDaysAsync(this IProposalsDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        (await db.TermsAsync(serviceUserId, cancellationToken)).LapseAfterDays;
}
