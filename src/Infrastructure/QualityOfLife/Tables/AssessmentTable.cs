using Barometre.Domain.QualityOfLife;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> table)
    {
        table.ToTable("assessment");
        table.HasKey(assessment => new { assessment.ServiceUserId, assessment.Id });
        table.Property(assessment => assessment.Instrument).HasMaxLength(50);
        table.Property(assessment => assessment.InstrumentVersion).HasMaxLength(20);
        table.Property(assessment => assessment.Perspective).HasMaxLength(20);
        table.Property(assessment => assessment.Setting).HasMaxLength(10);
        table.Property(assessment => assessment.State).HasMaxLength(10);
        table.HasMany(assessment => assessment.Answers).WithOne().HasForeignKey(answer => new { answer.ServiceUserId, answer.AssessmentId });
        table.Navigation(assessment => assessment.Answers).HasField("_answers");
        table.HasIndex(assessment => new { assessment.ServiceUserId, assessment.OpenedAt, assessment.Id }, "assessment_opened").IsDescending(false, true, true);
    }
}

internal sealed class AnswerTable : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> table)
    {
        table.ToTable("answer");
        table.HasKey(answer => new { answer.ServiceUserId, answer.Id });
        table.Property(answer => answer.Theme).HasMaxLength(100);
        table.Property(answer => answer.Perspective).HasMaxLength(20);
        table.Property(answer => answer.Kind).HasMaxLength(20);
        table.Property(answer => answer.Rating).HasConversion(rating => rating!.Value.Value, value => new Rating(value));
        table.Property(answer => answer.Sequence).GivenByTheDatabase();
        table.HasIndex(answer => new { answer.ServiceUserId, answer.AssessmentId, answer.Theme }, "answer_current").IsUnique().HasFilter("superseded_at IS NULL");
        table.HasIndex(answer => new { answer.ServiceUserId, answer.Theme, answer.At, answer.Sequence }, "answer_series").HasFilter("superseded_at IS NULL");
    }
}

internal static class Columns
{
    /// <summary>An identity column that nobody reads back after writing: asking for it would make each insertion return a row.</summary>
    public static void GivenByTheDatabase(this PropertyBuilder<long> column)
    {
        column.ValueGeneratedNever();
        column.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        column.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
