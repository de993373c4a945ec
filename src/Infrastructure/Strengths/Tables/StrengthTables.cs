using Barometre.Domain.Strengths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Strengths.Tables;

internal sealed class StrengthTable : IEntityTypeConfiguration<Strength>
{
    public void Configure(EntityTypeBuilder<Strength> table)
    {
        table.ToTable("strength");
        table.HasKey(strength => new { strength.ServiceUserId, strength.Id });
        table.Property(strength => strength.Standing).HasMaxLength(10);
        table.Property(strength => strength.Perspective).HasMaxLength(20);
        table.Property(strength => strength.Setting).HasMaxLength(10);
        table.HasMany(strength => strength.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.StrengthId });
        table.Navigation(strength => strength.Facts).HasField("_facts");
    }
}

internal sealed class StrengthFactTable : IEntityTypeConfiguration<StrengthFact>
{
    public void Configure(EntityTypeBuilder<StrengthFact> table)
    {
        table.ToTable("strength_fact");
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Ignore(fact => fact.HasContent);
        table.Property(fact => fact.Kind).HasMaxLength(10);
        table.Property(fact => fact.StrengthKind).HasMaxLength(20);
        table.Property(fact => fact.Domain).HasMaxLength(30);
        table.Property(fact => fact.Time).HasMaxLength(10);
        table.Property(fact => fact.Suggestion).HasMaxLength(100);
        table.Property(fact => fact.Theme).HasMaxLength(100);
        table.Property(fact => fact.Perspective).HasMaxLength(20);
        table.Property(fact => fact.Setting).HasMaxLength(10);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.StrengthId }, "strength_fact_of");
        table.HasIndex(fact => new { fact.ServiceUserId, fact.RecordedAt, fact.Id }, "strength_fact_arrived").IsDescending(false, true, true);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.StrengthId }, "strength_fact_answer").IsUnique()
            .HasFilter("kind = 'accepted' OR kind = 'amended' OR kind = 'declined'");
    }
}

internal sealed class ArrangementTable : IEntityTypeConfiguration<Arrangement>
{
    public void Configure(EntityTypeBuilder<Arrangement> table)
    {
        table.ToTable("arrangement");
        table.HasKey(arrangement => arrangement.ServiceUserId);
        table.Property(arrangement => arrangement.ServiceUserId).ValueGeneratedNever();
        table.HasMany(arrangement => arrangement.Facts).WithOne().HasForeignKey(fact => fact.ServiceUserId);
        table.Navigation(arrangement => arrangement.Facts).HasField("_facts");
    }
}

internal sealed class ArrangementFactTable : IEntityTypeConfiguration<ArrangementFact>
{
    public void Configure(EntityTypeBuilder<ArrangementFact> table)
    {
        table.ToTable("arrangement_fact");
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Setting).HasMaxLength(10);
        table.Property(fact => fact.Perspective).HasMaxLength(20);
        table.HasIndex(fact => fact.ServiceUserId, "arrangement_fact_current").IsUnique().HasFilter("until IS NULL");
    }
}
