using Barometre.Domain.QualityOfLife;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

internal sealed class StarBoardTable : IEntityTypeConfiguration<StarBoard>
{
    public void Configure(EntityTypeBuilder<StarBoard> table)
    {
        table.ToTable("star_board");
        table.HasKey(board => board.ServiceUserId);
        table.Property(board => board.ServiceUserId).ValueGeneratedNever();
        table.HasMany(board => board.Stars).WithOne().HasForeignKey(star => star.ServiceUserId);
        table.Navigation(board => board.Stars).HasField("_stars");
    }
}

internal sealed class StarTable : IEntityTypeConfiguration<Star>
{
    public void Configure(EntityTypeBuilder<Star> table)
    {
        table.ToTable("star");
        table.HasKey(star => new { star.ServiceUserId, star.Id });
        table.Property(star => star.Theme).HasMaxLength(100);
        table.Property(star => star.Setting).HasMaxLength(10);
        table.HasIndex(star => new { star.ServiceUserId, star.Position }, "star_position").IsUnique().HasFilter("until IS NULL");
        table.HasIndex(star => new { star.ServiceUserId, star.Theme }, "star_theme").IsUnique().HasFilter("until IS NULL");
    }
}
