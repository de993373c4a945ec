using Barometre.Domain.CoProduction.Proposals;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> table)
    {
        table.ToTable("proposal");
        table.HasKey(proposal => new { proposal.ServiceUserId, proposal.Id });
        table.Property(proposal => proposal.Kind).HasMaxLength(20);
        table.Property(proposal => proposal.Perspective).HasMaxLength(20);
        table.Property(proposal => proposal.State).HasMaxLength(20);
        table.HasMany(proposal => proposal.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ProposalId });
        table.Navigation(proposal => proposal.Facts).HasField("_facts");
        table.HasIndex(proposal => new { proposal.ServiceUserId, proposal.At, proposal.Id }, "proposal_at");
    }
}

internal sealed class ProposalFactTable : IEntityTypeConfiguration<ProposalFact>
{
    public void Configure(EntityTypeBuilder<ProposalFact> table)
    {
        table.IsFacts("proposal_fact");
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ProposalId }, "proposal_fact_proposal");
    }
}

internal sealed class ProposalTermsTable : IEntityTypeConfiguration<ProposalTerms>
{
    public void Configure(EntityTypeBuilder<ProposalTerms> table) => table.IsFacts("proposal_terms");
}
