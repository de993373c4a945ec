using Barometre.Domain.Participation;
using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class ServiceUserTable : IEntityTypeConfiguration<ServiceUser>
{
    public void Configure(EntityTypeBuilder<ServiceUser> table)
    {
        table.ToTable("service_user");
        table.HasKey(person => person.ServiceUserId);
        table.HasOne<Account>().WithMany().HasForeignKey(person => person.AccountId);
        table.Property(person => person.Language).HasMaxLength(2);
        // The database's own, for access decisions: it says whether somebody was ever kept out.
        table.Property<bool>("EverRestricted").ValueGeneratedOnAddOrUpdate();
        table.HasIndex(person => person.AccountId).IsUnique();
        table.HasMany(person => person.Enrolments).WithOne().HasForeignKey(enrolment => enrolment.ServiceUserId);
        table.Navigation(person => person.Enrolments).HasField("_enrolments");
    }
}

internal sealed class EnrolmentTable : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> table)
    {
        table.ToTable("enrolment");
        table.HasKey(enrolment => new { enrolment.ServiceUserId, enrolment.Id });
        table.HasOne<Project>().WithMany().HasForeignKey(enrolment => enrolment.ProjectId);
        table.HasIndex(enrolment => new { enrolment.ServiceUserId, enrolment.ProjectId }, "enrolment_once").IsUnique().HasFilter("until IS NULL");
    }
}
