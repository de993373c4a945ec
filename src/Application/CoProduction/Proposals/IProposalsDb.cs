using Barometre.Domain.CoProduction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>The tables of proposals, as their use cases see them (docs/decisions/0007).</summary>
public interface IProposalsDb
{
    DbSet<Proposal> Proposals { get; }

    DbSet<ProposalFact> ProposalFacts { get; }

    DbSet<ProposalTerms> ProposalTerms { get; }

    /// <summary>One proposal with its facts, held until the end of the command: those who answer it at the same time take turns.</summary>
    Task<Proposal?> HoldProposalAsync(Guid serviceUserId, Guid proposalId, CancellationToken cancellationToken);

    /// <summary>Makes others who propose in the same record wait for the end of this transaction, so that the same is not proposed twice.</summary>
    Task HoldProposingAsync(Guid serviceUserId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
