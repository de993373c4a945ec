using Barometre.Domain.CoProduction.Effects;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

/// <summary>A version of the questions on perceived effects as it was published, to the letter.</summary>
internal sealed class EffectsQuestionnaireVersion
{
    public required string Code { get; init; }

    public required string Version { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Checksum { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}

internal sealed class EffectsQuestionnaireTable : IEntityTypeConfiguration<EffectsQuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<EffectsQuestionnaireVersion> table)
    {
        table.ToTable("effects_questionnaire");
        table.HasKey(version => new { version.Code, version.Version });
        table.Property(version => version.Code).HasMaxLength(50);
        table.Property(version => version.Version).HasMaxLength(20);
        table.Property(version => version.Checksum).HasMaxLength(64);
    }
}

internal sealed class EffectsSheetTable : IEntityTypeConfiguration<EffectsSheet>
{
    public void Configure(EntityTypeBuilder<EffectsSheet> table)
    {
        table.IsFacts("effects_sheet");
        table.Property(sheet => sheet.SubjectKind).HasMaxLength(20);
        table.Property(sheet => sheet.Questionnaire).HasMaxLength(20);
        table.HasIndex(sheet => new { sheet.SubjectId, sheet.ServiceUserId }, "effects_sheet_subject");
    }
}

internal sealed class EffectsAnswerTable : IEntityTypeConfiguration<EffectsAnswer>
{
    public void Configure(EntityTypeBuilder<EffectsAnswer> table)
    {
        table.IsFacts("effects_answer");
        table.Property(answer => answer.Item).HasMaxLength(100);
        table.Property(answer => answer.Family).HasMaxLength(20);
        table.Property(answer => answer.Kind).HasMaxLength(20);
        table.HasOne<EffectsSheet>().WithMany().HasForeignKey(answer => new { answer.ServiceUserId, answer.SheetId });
        table.HasIndex(answer => new { answer.ServiceUserId, answer.SheetId }, "effects_answer_sheet");
    }
}

internal sealed class EffectsShowingTable : IEntityTypeConfiguration<EffectsShowing>
{
    public void Configure(EntityTypeBuilder<EffectsShowing> table)
    {
        table.IsFacts("effects_showing");
        table.HasOne<EffectsSheet>().WithMany().HasForeignKey(showing => new { showing.ServiceUserId, showing.SheetId });
    }
}

internal sealed class EffectsReleaseTable : IEntityTypeConfiguration<EffectsRelease>
{
    public void Configure(EntityTypeBuilder<EffectsRelease> table)
    {
        table.ToTable("effects_release");
        table.HasKey(release => release.Id);
        table.Property(release => release.Id).ValueGeneratedNever();
        table.Property(release => release.Family).HasMaxLength(20);
        table.Property(release => release.Method).HasMaxLength(30);
        table.HasIndex(release => new { release.ProjectId, release.Family, release.ReleasedAt }, "effects_release_project").IsDescending(false, false, true);
    }
}

internal sealed class EffectsReleasePartTable : IEntityTypeConfiguration<EffectsReleasePart>
{
    public void Configure(EntityTypeBuilder<EffectsReleasePart> table)
    {
        table.ToTable("effects_release_part");
        table.HasKey(part => new { part.ServiceUserId, part.ReleaseId });
        table.HasIndex(part => part.ReleaseId, "effects_release_part_release");
    }
}
