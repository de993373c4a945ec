using Barometre.Domain.CoProduction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.ToTable("visit");
        table.HasKey(visit => new { visit.ServiceUserId, visit.AccountId });
    }
}
