using Barometre.Domain.QualityOfLife;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

internal sealed class BlindChoiceTable : IEntityTypeConfiguration<BlindChoice>
{
    public void Configure(EntityTypeBuilder<BlindChoice> table) => table.IsFacts("blind_choice");
}
