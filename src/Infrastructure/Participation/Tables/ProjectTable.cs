using Barometre.Application.Participation;
using Barometre.Application.Participation.Register;
using Barometre.Domain.Participation;
using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> table)
    {
        table.ToTable("organisation");
        table.Property(organisation => organisation.Id).ValueGeneratedNever();
        table.Property(organisation => organisation.Name).HasMaxLength(200);
        table.Property(organisation => organisation.Country).HasMaxLength(10);
        table.Property(organisation => organisation.ResponsibleForPrivacy).HasMaxLength(200);
        table.Property(organisation => organisation.PrivacyReach).HasMaxLength(300);
        table.Ignore(organisation => organisation.Contact);
    }
}

internal sealed class ProjectTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> table)
    {
        table.ToTable("project");
        table.Property(project => project.Id).ValueGeneratedNever();
        table.Property(project => project.Name).HasMaxLength(200);
        table.Property(project => project.Site).HasMaxLength(200);
        table.Property(project => project.Country).HasMaxLength(10);
        table.Property(project => project.DataRegion).HasMaxLength(50);
        table.HasOne<Organisation>().WithMany().HasForeignKey(project => project.OrganisationId);
        table.Ignore(project => project.Description);
    }
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> table)
    {
        table.ToTable("role_assignment");
        table.Property(assignment => assignment.Id).ValueGeneratedNever();
        table.Property(assignment => assignment.Role).HasMaxLength(20);
        table.HasOne<Account>().WithMany().HasForeignKey(assignment => assignment.AccountId);
        table.HasOne<Project>().WithMany().HasForeignKey(assignment => assignment.ProjectId);
        table.HasIndex(assignment => new { assignment.AccountId, assignment.ProjectId, assignment.Role }, "role_assignment_once")
            .IsUnique().AreNullsDistinct(false).HasFilter("until IS NULL");
    }
}

/// <summary>Accounts are the business of sign-in; here only their names are read.</summary>
internal sealed class AccountNameView : IEntityTypeConfiguration<AccountName>
{
    public void Configure(EntityTypeBuilder<AccountName> view)
    {
        view.ToView("account");
        view.HasKey(account => account.Id);
    }
}

internal sealed class RegisterEntryTable : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> table)
    {
        table.ToTable("register_entry");
        table.HasKey(entry => new { entry.ServiceUserId, entry.Number });
        table.HasOne<ServiceUser>().WithMany().HasForeignKey(entry => entry.ServiceUserId);
        table.Property(entry => entry.Number).ValueGeneratedNever();
        table.Property(entry => entry.Ground).HasMaxLength(20);
        table.Property(entry => entry.Tab).HasMaxLength(20);
        table.Property(entry => entry.UseCase).HasMaxLength(100);
    }
}
