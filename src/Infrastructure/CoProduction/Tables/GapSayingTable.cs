using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class GapSayingTable : IEntityTypeConfiguration<GapSaying>
{
    public void Configure(EntityTypeBuilder<GapSaying> table)
    {
        table.IsFacts("gap_saying");
        table.Property(saying => saying.Theme).HasMaxLength(Thing.LongestTheme);
        table.Property(saying => saying.Word).HasMaxLength(20);
    }
}
