using Barometre.Application.Participation.Consents;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> table)
    {
        table.ToTable("consent");
        table.HasKey(consent => new { consent.ServiceUserId, consent.Kind, consent.Subject });
        table.Property(consent => consent.Kind).HasMaxLength(20);
        table.Property(consent => consent.Subject).HasMaxLength(Purpose.LongestSubject);
        table.Property(consent => consent.Answer).HasMaxLength(10).IsRequired();
        table.Property(consent => consent.TextHash).HasMaxLength(64);
        table.Ignore(consent => consent.Purpose);
        table.HasMany(consent => consent.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.Kind, fact.Subject });
        table.Navigation(consent => consent.Facts).HasField("_facts");
    }
}

internal sealed class ConsentFactTable : IEntityTypeConfiguration<ConsentFact>
{
    public void Configure(EntityTypeBuilder<ConsentFact> table)
    {
        table.ToTable("consent_fact");
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Id).ValueGeneratedNever();
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.Property(fact => fact.Subject).HasMaxLength(Purpose.LongestSubject);
        table.Property(fact => fact.Answer).HasMaxLength(10);
        table.Property(fact => fact.TextVersion).HasMaxLength(20);
        table.Property(fact => fact.TextLanguage).HasMaxLength(2);
        table.Property(fact => fact.TextHash).HasMaxLength(64);
        table.Property(fact => fact.Ground).HasMaxLength(20);
        table.Property(fact => fact.Setting).HasMaxLength(10);
        table.Ignore(fact => fact.Shown);
        table.Ignore(fact => fact.Agrees);
    }
}

internal sealed class KeptTextTable : IEntityTypeConfiguration<KeptText>
{
    public void Configure(EntityTypeBuilder<KeptText> table)
    {
        table.ToTable("consent_text");
        table.HasKey(text => text.Hash);
        table.Property(text => text.Hash).HasMaxLength(64);
        table.Property(text => text.Kind).HasMaxLength(20);
        table.Property(text => text.Version).HasMaxLength(20);
        table.Property(text => text.Language).HasMaxLength(2);
    }
}

internal sealed class ResearchStudyTable : IEntityTypeConfiguration<ResearchStudy>
{
    public void Configure(EntityTypeBuilder<ResearchStudy> table)
    {
        table.ToTable("research_study");
        table.Property(study => study.Id).ValueGeneratedNever();
        table.Property(study => study.TitleFr).HasMaxLength(200);
        table.Property(study => study.TitleEn).HasMaxLength(200);
        table.Property(study => study.AboutFr).HasMaxLength(2000);
        table.Property(study => study.AboutEn).HasMaxLength(2000);
        table.HasOne<Organisation>().WithMany().HasForeignKey(study => study.OrganisationId);
        table.Ignore(study => study.Description);
    }
}
