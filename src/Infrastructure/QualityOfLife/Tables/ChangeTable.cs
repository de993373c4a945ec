using Barometre.Domain.QualityOfLife.Change;
using Barometre.Infrastructure.QualityOfLife.Change;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

internal sealed class ThemeChangeTable : IEntityTypeConfiguration<ThemeIndicator>
{
    public void Configure(EntityTypeBuilder<ThemeIndicator> table)
    {
        table.ToTable("theme_change");
        table.HasKey(change => new { change.ServiceUserId, change.Theme, change.Perspective });
        table.Property(change => change.Theme).HasMaxLength(100);
        table.Property(change => change.Perspective).HasMaxLength(20);
        table.Property(change => change.PMethod).HasMaxLength(10);
        table.Property(change => change.SemSource).HasMaxLength(20);
        table.Property(change => change.Verdict).HasMaxLength(20);
        table.Property(change => change.Reason).HasMaxLength(30);
        table.Property(change => change.Method).HasMaxLength(30);
    }
}

internal sealed class SphereSummaryTable : IEntityTypeConfiguration<SphereIndicator>
{
    public void Configure(EntityTypeBuilder<SphereIndicator> table)
    {
        table.ToTable("sphere_summary");
        table.HasKey(sphere => new { sphere.ServiceUserId, sphere.Sphere, sphere.Perspective });
        table.Property(sphere => sphere.Sphere).HasMaxLength(100);
        table.Property(sphere => sphere.Perspective).HasMaxLength(20);
        table.Property(sphere => sphere.Method).HasMaxLength(30);
    }
}

internal sealed class PerceptionGapTable : IEntityTypeConfiguration<GapIndicator>
{
    public void Configure(EntityTypeBuilder<GapIndicator> table)
    {
        table.ToTable("perception_gap");
        table.HasKey(gap => new { gap.ServiceUserId, gap.Theme });
        table.Property(gap => gap.Theme).HasMaxLength(100);
        table.Property(gap => gap.PMethod).HasMaxLength(10);
        table.Property(gap => gap.Method).HasMaxLength(30);
        // Written by hand; Entity Framework only reads it.
        table.Property(gap => gap.Inflexions).HasColumnType("jsonb").HasConversion(
            inflexions => ChangeTables.Narrowings(inflexions),
            text => ChangeTables.Narrowings(text),
            new ValueComparer<IReadOnlyList<GapNarrowing>>((left, right) => left!.SequenceEqual(right!), inflexions => inflexions.Count));
    }
}
