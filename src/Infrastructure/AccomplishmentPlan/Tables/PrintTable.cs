using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class PrintTable : IEntityTypeConfiguration<PlanPrint>
{
    public void Configure(EntityTypeBuilder<PlanPrint> table)
    {
        table.ToTable("print");
        table.HasKey(print => new { print.ServiceUserId, print.Id });
        table.Property(print => print.Parts).HasColumnType("varchar(10)[]").HasConversion(
            parts => parts.Select(part => Words.Of(part)).ToArray(),
            words => words.Select(word => Words.Parse<PrintPart>(word)).ToArray(),
            new ValueComparer<PrintPart[]>((one, other) => one!.SequenceEqual(other!), parts => parts.Length, parts => parts));
        table.Property(print => print.Language).HasMaxLength(2);
        table.Property(print => print.State).HasMaxLength(10);
        table.HasIndex(print => print.ExpiresAt, "print_expires");
    }
}

internal sealed class PrintFileTable : IEntityTypeConfiguration<PlanPrintFile>
{
    public void Configure(EntityTypeBuilder<PlanPrintFile> table)
    {
        table.ToTable("print_file");
        table.HasKey(file => new { file.ServiceUserId, file.PrintId });
        table.HasOne<PlanPrint>().WithOne().HasForeignKey<PlanPrintFile>(file => new { file.ServiceUserId, file.PrintId });
    }
}
