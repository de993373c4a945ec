using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Incidents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Participation.Accounts;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class RestrictionTable : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> table)
    {
        table.ToTable("restriction");
        table.HasKey(restriction => new { restriction.ServiceUserId, restriction.Id });
        table.HasOne<ServiceUser>().WithMany().HasForeignKey(restriction => restriction.ServiceUserId);
        table.Property(restriction => restriction.Role).HasMaxLength(20);
        table.Property(restriction => restriction.Ground).HasMaxLength(20);
        table.Property(restriction => restriction.LiftedGround).HasMaxLength(20);
        table.Property(restriction => restriction.Tabs!).AreWords().IsRequired(false);
        table.Ignore(restriction => restriction.KeptOut);
    }
}

internal sealed class FreezeTable : IEntityTypeConfiguration<Freeze>
{
    public void Configure(EntityTypeBuilder<Freeze> table)
    {
        table.ToTable("freeze");
        table.HasKey(freeze => new { freeze.ServiceUserId, freeze.Id });
        table.Property(freeze => freeze.Ground).HasMaxLength(20);
        table.HasIndex(freeze => freeze.ServiceUserId, "freeze_once").IsUnique().HasFilter("until IS NULL");
    }
}

internal sealed class RepresentativeTable : IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Representative> table)
    {
        table.ToTable("representative");
        table.HasKey(representative => new { representative.ServiceUserId, representative.Id });
        table.Property(representative => representative.Kind).HasMaxLength(20);
        table.Property(representative => representative.Reads).AreWords();
        table.HasOne<Project>().WithMany().HasForeignKey(representative => representative.ProjectId);
        table.HasOne<Account>().WithMany().HasForeignKey(representative => representative.AccountId);
    }
}

internal sealed class RepresentationContestTable : IEntityTypeConfiguration<RepresentationContest>
{
    public void Configure(EntityTypeBuilder<RepresentationContest> table)
    {
        table.ToTable("representation_contest");
        table.HasKey(contest => new { contest.ServiceUserId, contest.Id });
        table.HasIndex(contest => new { contest.ServiceUserId, contest.RepresentativeId }, "representation_contest_once").IsUnique().HasFilter("until IS NULL");
    }
}

internal sealed class EmergencyAccessTable : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> table)
    {
        table.ToTable("emergency_access");
        table.HasKey(access => new { access.ServiceUserId, access.Id });
        table.Property(access => access.Tabs).AreWords();
        table.HasOne<Project>().WithMany().HasForeignKey(access => access.ProjectId);
        table.HasOne<Account>().WithMany().HasForeignKey(access => access.AccountId);
    }
}

internal sealed class IncidentTable : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> table)
    {
        table.ToTable("incident");
        table.Property(incident => incident.Id).ValueGeneratedNever();
        table.Property(incident => incident.Kind).HasMaxLength(20);
    }
}

/// <summary>Tabs kept as their words.</summary>
internal static class TabLists
{
    public static PropertyBuilder<Tab[]> AreWords(this PropertyBuilder<Tab[]> property) => property.HasColumnType("text[]").HasConversion(
        tabs => tabs.Select(tab => Words.Of(tab)).ToArray(),
        words => words.Select(word => Words.Parse<Tab>(word)).ToArray(),
        new ValueComparer<Tab[]>((left, right) => left!.SequenceEqual(right!), tabs => tabs.Length, tabs => tabs.ToArray()));
}
