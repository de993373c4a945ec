using Barometre.Domain.Participation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class DemonstrationTable : IEntityTypeConfiguration<Demonstration>
{
    public void Configure(EntityTypeBuilder<Demonstration> table)
    {
        table.ToTable("demonstration");
        table.HasKey(demonstration => demonstration.Content);
        table.Property(demonstration => demonstration.Content).HasMaxLength(20);
    }
}
