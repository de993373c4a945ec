using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Barometre.Application.Rights.Archives;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>An archive in the hands of the person: each file by its path.</summary>
internal sealed class Archived(byte[] bytes)
{
    private readonly Dictionary<string, byte[]> _files = Read(bytes);

    public byte[] Bytes { get; } = bytes;

    public IEnumerable<string> Paths => _files.Keys;

    public IEnumerable<string> Tables => Paths.Where(path => path.StartsWith("record/", StringComparison.Ordinal)).Select(path => path["record/".Length..^".json".Length]);

    public byte[] this[string path] => _files[path];

    public JsonElement Json(string path) => JsonDocument.Parse(_files[path]).RootElement;

    public IReadOnlyList<JsonElement> Rows(string table) => [.. Json($"record/{table}.json").EnumerateArray()];

    public static string Path(Guid person, string rest = "") => $"/api/v1/service-users/{person}/archives{rest}";

    /// <summary>Asked for, made, and fetched over HTTP.</summary>
    public static async Task<Archived> OfAsync(Installation installation, Given.Person person)
    {
        var own = person.Account.Client(installation);
        var id = Guid.CreateVersion7();
        await own.PutAsync(Path(person.ServiceUserId, $"/{id}"), new { language = "fr" }).AnswersAsync(HttpStatusCode.OK);
        await installation.SendAsync(new MakeArchiveCommand(person.ServiceUserId, id));
        return new Archived(await own.GetByteArrayAsync(new Uri(Path(person.ServiceUserId, $"/{id}/file"), UriKind.Relative)));
    }

    private static Dictionary<string, byte[]> Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
