using System.Text.Json;
using Barometre.Domain.QualityOfLife;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

/// <summary>A version of an instrument as it was published, to the letter.</summary>
internal sealed class InstrumentVersion
{
    public required string Instrument { get; init; }

    public required string Version { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Checksum { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}

internal sealed class InstrumentVersionTable : IEntityTypeConfiguration<InstrumentVersion>
{
    public void Configure(EntityTypeBuilder<InstrumentVersion> table)
    {
        table.ToTable("instrument_version");
        table.HasKey(version => new { version.Instrument, version.Version });
        table.Property(version => version.Instrument).HasMaxLength(50);
        table.Property(version => version.Version).HasMaxLength(20);
        table.Property(version => version.Checksum).HasMaxLength(64);
    }
}

internal sealed class ProjectThemesTable : IEntityTypeConfiguration<ProjectThemes>
{
    public void Configure(EntityTypeBuilder<ProjectThemes> table)
    {
        table.ToTable("project_themes");
        table.HasKey(themes => themes.ProjectId);
        table.Property(themes => themes.ProjectId).ValueGeneratedNever();
        table.Ignore(themes => themes.OwnThemes);
        table.HasMany(themes => themes.Settings).WithOne().HasForeignKey(setting => setting.ProjectId);
        table.Navigation(themes => themes.Settings).HasField("_settings").AutoInclude();
    }
}

internal sealed class ThemeSettingTable : IEntityTypeConfiguration<ThemeSetting>
{
    public void Configure(EntityTypeBuilder<ThemeSetting> table)
    {
        table.ToTable("theme_setting");
        table.HasKey(setting => new { setting.ProjectId, setting.Theme });
        table.Property(setting => setting.Theme).HasMaxLength(100);
        table.Property(setting => setting.OwnTheme).HasColumnType("jsonb").HasConversion(
            theme => JsonSerializer.Serialize(theme, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<OwnTheme>(text, JsonSerializerOptions.Web));
    }
}
