using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Strengths.Tables;

/// <summary>A version of the catalogue of strengths as it was published, to the letter.</summary>
internal sealed class CatalogueVersion
{
    public required string Catalogue { get; init; }

    public required string Version { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Checksum { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}

internal sealed class CatalogueTable : IEntityTypeConfiguration<CatalogueVersion>
{
    public void Configure(EntityTypeBuilder<CatalogueVersion> table)
    {
        table.ToTable("catalogue_version");
        table.HasKey(version => new { version.Catalogue, version.Version });
        table.Property(version => version.Catalogue).HasMaxLength(50);
        table.Property(version => version.Version).HasMaxLength(20);
        table.Property(version => version.Checksum).HasMaxLength(64);
    }
}
