using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometre.Application.Rights.Archives;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>An archive as a file: read only as far as its own list allows, and good only when signature and every checksum are.</summary>
/// <remarks>Anything may be in such a file. What the list does not name is refused, and nothing is read beyond the size that the list says: a small file that unpacks to a large one is found out there.</remarks>
public sealed class ArchiveFile : IArchiveSource, IDisposable
{
    /// <summary>Bytes of all files together: more than a life's record, less than a disk.</summary>
    public const long LargestContent = 4L * 1024 * 1024 * 1024;

    private const int LargestList = 16 * 1024 * 1024;
    private const int LargestKey = 4096;
    private const int MostFiles = 2000;
    private static readonly HashSet<string> Own = [ArchiveManifest.Path, ArchiveManifest.SignaturePath, ArchiveManifest.KeyPath];

    private readonly ZipArchive _zip;

    private ArchiveFile(ZipArchive zip, ArchiveManifest manifest, string checksum, string fingerprint) => (_zip, Manifest, Checksum, SignedBy) = (zip, manifest, checksum, fingerprint);

    public ArchiveManifest Manifest { get; }

    public string Checksum { get; }

    /// <summary>The fingerprint of the key that signed: whose it is must be known from elsewhere.</summary>
    public string SignedBy { get; }

    public Guid ServiceUserId => Manifest.ServiceUserId;

    public IReadOnlyList<string> Migrations => Manifest.Migrations;

    public IReadOnlyList<string> Tables =>
        [.. Manifest.Files.Select(file => file.Path).Where(path => path.StartsWith(ArchiveManifest.Rows, StringComparison.Ordinal)).Select(path => path[ArchiveManifest.Rows.Length..^".json".Length])];

    /// <exception cref="RuleViolation">It is no archive, or was changed, or is signed by a key that is not its own.</exception>
    public static ArchiveFile Open(Stream file)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var opened = Read(zip);
            opened.CheckFiles();
            return opened;
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException or FormatException or CryptographicException or ArgumentException or EndOfStreamException or NotSupportedException)
        {
            zip?.Dispose();
            throw new RuleViolation(RightsErrors.ArchiveMalformed);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public async IAsyncEnumerable<JsonElement> RowsAsync(string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = _zip.GetEntry($"{ArchiveManifest.Rows}{table}.json")!.Open();
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: cancellationToken))
        {
            yield return row.ValueKind == JsonValueKind.Object ? row : throw new JsonException();
        }
    }

    public void Dispose() => _zip.Dispose();

    private static ArchiveFile Read(ZipArchive zip)
    {
        var list = Small(zip, ArchiveManifest.Path, LargestList);
        var pem = Encoding.ASCII.GetString(Small(zip, ArchiveManifest.KeyPath, LargestKey));
        var signature = Convert.FromBase64String(Encoding.ASCII.GetString(Small(zip, ArchiveManifest.SignaturePath, LargestKey)));
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        if (!key.VerifyData(list, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
        {
            throw new RuleViolation(RightsErrors.ArchiveChanged);
        }

        var manifest = JsonSerializer.Deserialize<ArchiveManifest>(list, ArchiveWriter.Json) ?? throw new JsonException();
        if (manifest.Format != ArchiveManifest.ThisFormat)
        {
            throw new RuleViolation(RightsErrors.ArchiveOfAnotherKind);
        }

        return manifest.Installation == fingerprint
            ? new ArchiveFile(zip, manifest, Convert.ToHexStringLower(SHA256.HashData(list)), fingerprint)
            : throw new RuleViolation(RightsErrors.ArchiveChanged);
    }

    private void CheckFiles()
    {
        if (Manifest.Files.Count > MostFiles || Manifest.Files.Any(file => file.Size < 0) || Manifest.Files.Sum(file => file.Size) > LargestContent)
        {
            throw new RuleViolation(RightsErrors.ArchiveTooLarge);
        }

        var there = _zip.Entries.Select(entry => entry.FullName).ToList();
        if (there.Count != there.Distinct(StringComparer.Ordinal).Count() || !there.Except(Own).Order(StringComparer.Ordinal).SequenceEqual(Manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal)))
        {
            throw new RuleViolation(RightsErrors.ArchiveChanged);
        }

        foreach (var file in Manifest.Files)
        {
            using var stream = _zip.GetEntry(file.Path)!.Open();
            if (Sum(stream, file.Size) != file.Sha256)
            {
                throw new RuleViolation(RightsErrors.ArchiveChanged);
            }
        }
    }

    /// <summary>The checksum of exactly so many bytes; null when there are more or fewer.</summary>
    private static string? Sum(Stream stream, long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var seen = 0L;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if ((seen += read) > size)
            {
                return null;
            }

            hash.AppendData(buffer.AsSpan(0, read));
        }

        return seen == size ? Convert.ToHexStringLower(hash.GetCurrentHash()) : null;
    }

    private static byte[] Small(ZipArchive zip, string path, int largest)
    {
        using var stream = (zip.GetEntry(path) ?? throw new InvalidDataException()).Open();
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > largest)
            {
                throw new RuleViolation(RightsErrors.ArchiveTooLarge);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
