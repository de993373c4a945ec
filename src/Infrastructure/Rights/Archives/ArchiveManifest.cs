namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>What stands in an archive, with the checksum of each file; signed by the installation that made it.</summary>
/// <param name="Format"><c>barometre-archive/1</c>.</param>
/// <param name="ServiceUserId">Whose record.</param>
/// <param name="Installation">The fingerprint of the key that signed.</param>
/// <param name="Migrations">What the tables were made by: an installation that does not know one of these cannot take the archive in.</param>
public sealed record ArchiveManifest(
    string Format, Guid ServiceUserId, string Language, DateTimeOffset MadeAt, string Installation, string Algorithm, IReadOnlyList<string> Migrations, IReadOnlyList<ArchiveEntry> Files)
{
    public const string ThisFormat = "barometre-archive/1";
    public const string Path = "manifest.json";
    public const string SignaturePath = "manifest.sig";
    public const string KeyPath = "public-key.pem";

    /// <summary>Where the rows of tables are.</summary>
    public const string Rows = "record/";
}

/// <summary>A file of an archive.</summary>
/// <param name="Sha256">Of its bytes, in hexadecimal.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Count">How many rows it has; null when it has none.</param>
public sealed record ArchiveEntry(string Path, string Sha256, long Size, long? Count);
