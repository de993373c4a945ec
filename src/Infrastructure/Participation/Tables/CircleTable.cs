using Barometre.Domain.Participation;
using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class CircleMemberTable : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> table)
    {
        table.ToTable("circle_member");
        table.HasKey(member => new { member.ServiceUserId, member.Id });
        table.HasOne<Account>().WithMany().HasForeignKey(member => member.AccountId);
        table.Property(member => member.Role).HasMaxLength(20);
        table.Property(member => member.State).HasMaxLength(20);
        table.Property(member => member.Ground).HasMaxLength(30);
        table.Property(member => member.QualityOfLife).HasMaxLength(10);
        table.Property(member => member.Network).HasMaxLength(10);
        table.Property(member => member.Strengths).HasMaxLength(10);
        table.Property(member => member.Plan).HasMaxLength(10);
        table.Property(member => member.Coproduction).HasMaxLength(10);
        table.Ignore(member => member.Sharing);
        table.Ignore(member => member.IsOver);
        // A record and its first member are saved together: the record goes first.
        table.HasOne<ServiceUser>().WithMany().HasForeignKey(member => member.ServiceUserId);
        table.HasOne<Account>().WithMany().HasForeignKey(member => member.AccountId);
        table.HasOne<Project>().WithMany().HasForeignKey(member => member.ProjectId);
        table.HasIndex(member => new { member.ServiceUserId, member.AccountId, member.Role, member.ProjectId }, "circle_member_once")
            .IsUnique().AreNullsDistinct(false).HasFilter("until IS NULL AND account_id IS NOT NULL");
        table.HasMany(member => member.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.MemberId });
        table.Navigation(member => member.Facts).HasField("_facts");
    }
}

internal sealed class CircleFactTable : IEntityTypeConfiguration<CircleFact>
{
    public void Configure(EntityTypeBuilder<CircleFact> table)
    {
        table.ToTable("circle_fact");
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Id).ValueGeneratedNever();
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.Property(fact => fact.Tab).HasMaxLength(20);
        table.Property(fact => fact.Level).HasMaxLength(10);
        table.Property(fact => fact.Setting).HasMaxLength(10);
    }
}
