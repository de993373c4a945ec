using Barometre.Application.CoProduction.Proposals;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Infrastructure.CoProduction.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <content>Proposals.</content>
internal sealed partial class CoProductionDbContext : IProposalsDb
{
    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalFact> ProposalFacts => Set<ProposalFact>();

    public DbSet<ProposalTerms> ProposalTerms => Set<ProposalTerms>();

    public async Task<Proposal?> HoldProposalAsync(Guid serviceUserId, Guid proposalId, CancellationToken cancellationToken)
    {
        var proposal = await Proposals.FromSql($"SELECT * FROM coproduction.proposal WHERE service_user_id = {serviceUserId} AND id = {proposalId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken);
        if (proposal is not null)
        {
            // Read once the row is held: what another device wrote meanwhile is among them.
            await ProposalFacts.Where(fact => fact.ServiceUserId == serviceUserId && fact.ProposalId == proposalId).LoadAsync(cancellationToken);
        }

        return proposal;
    }

    // The lock's first half is only this lock's; the second is the person.
    public Task HoldProposingAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(5517081, hashtext({serviceUserId.ToString()}))", cancellationToken);

    private static void Proposing(ModelBuilder model)
    {
        model.ApplyConfiguration(new ProposalTable());
        model.ApplyConfiguration(new ProposalFactTable());
        model.ApplyConfiguration(new ProposalTermsTable());
    }
}
