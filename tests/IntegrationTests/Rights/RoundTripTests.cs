using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Barometre.Application.Rights.Archives;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Archives;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi.Verbs;

namespace Barometre.IntegrationTests.Rights;

/// <summary>A record leaves one installation and is taken in by another, whole.</summary>
public sealed class RoundTripTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Words = "Zorglub l’Emporté 77";

    // What is of the installation: who had a place, what the person signs in with, in which project they are here, and that the record came.
    private static readonly string[] OfTheInstallation =
    [
        "participation.circle_member", "participation.circle_fact", "participation.service_user", "participation.enrolment", "participation.register_entry", "participation.register_head",
        "participation.communication", "rights.arrival", "rights.erasure", "rights.keeping",
    ];

    [Fact]
    public async Task Taken_in_and_taken_along_again_it_is_the_same()
    {
        var person = await installation.PersonAsync(calledName: Words);
        await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await installation.PlantAsync(person, Words);
        var first = await Archived.OfAsync(installation, person);
        var elsewhere = new RightsInstallation();
        await elsewhere.InitializeAsync();
        try
        {
            var project = await elsewhere.ProjectAsync();
            var imported = await ImportAsync(elsewhere, first, project);
            var again = await ImportAsync(elsewhere, first, project);
            var account = await elsewhere.AccountAsync();
            // As if the person had claimed it there; what is their own account's is then asked for under the account that they had.
            await elsewhere.ExecuteAsync($"""
                INSERT INTO participation.account (id, display_name) VALUES ('{person.Account.AccountId}', '');
                UPDATE participation.account_session SET account_id = '{person.Account.AccountId}' WHERE id = '{account.SessionId}';
                UPDATE participation.service_user SET account_id = '{person.Account.AccountId}' WHERE service_user_id = '{person.ServiceUserId}';
                """);
            var second = await Archived.OfAsync(elsewhere, person with { Account = new Given.SignedIn(person.Account.AccountId, account.SessionId) });

            Assert.Equal((false, true), (imported.WasHere, again.WasHere));
            Findings.None(first.Tables.Except(OfTheInstallation).Where(table => !Same(first, second, table)).Select(table => $"{table} differs"));
            Assert.Equal(first.Rows("participation.service_user").Single().GetProperty("called_name").GetString(), second.Rows("participation.service_user").Single().GetProperty("called_name").GetString());
            Assert.All(first.Rows("participation.enrolment"), stay => Assert.Contains(stay.ToString(), second.Rows("participation.enrolment").Select(row => row.ToString())));
            Assert.Equal(first.Rows("participation.circle_member").Count, second.Rows("participation.circle_member").Count(row => row.GetProperty("state").GetString() is "ended" or "declined"));
            Assert.Equal(first["network/network.graphml"], second["network/network.graphml"]);
            var registers = first.Rows("participation.register_entry").Select(row => row.ToString()).ToList();
            Assert.Equal(registers, second.Rows("participation.register_entry").Take(registers.Count).Select(row => row.ToString()));
            Assert.Equal("ImportArchive", second.Rows("participation.register_entry")[registers.Count].GetProperty("use_case").GetString());
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_record_that_is_here_is_not_taken_in_over_itself()
    {
        var person = await installation.PersonAsync();
        var archive = await Archived.OfAsync(installation, person);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ImportAsync(installation, archive, person.ProjectId));

        Assert.Equal(RightsErrors.RecordIsHere, refused.Error);
    }

    [Fact]
    public async Task Whatever_is_done_to_an_archive_it_is_refused_whole()
    {
        var person = await installation.PersonAsync(calledName: Words);
        var good = (await Archived.OfAsync(installation, person)).Bytes;
        const string Table = "record/participation.service_user.json";

        Assert.Equal(RightsErrors.ArchiveMalformed, Refusal([]));
        Assert.Equal(RightsErrors.ArchiveMalformed, Refusal(Encoding.UTF8.GetBytes("not an archive")));
        Assert.Equal(RightsErrors.ArchiveMalformed, Refusal(good[..(good.Length / 2)]));
        Assert.Equal(RightsErrors.ArchiveChanged, Refusal(Altered(good, Table, content => content.Replace("Zorglub", "Zorgluc", StringComparison.Ordinal))));
        Assert.Equal(RightsErrors.ArchiveChanged, Refusal(Altered(good, "manifest.json", content => content + " ")));
        Assert.Equal(RightsErrors.ArchiveChanged, Refusal(Altered(good, "added.txt", _ => "added")));
        Assert.Equal(RightsErrors.ArchiveChanged, Refusal(Altered(good, Table, content => content + new string(' ', 50_000_000))));
        Assert.Equal(RightsErrors.ArchiveMalformed, Refusal(Altered(good, "manifest.sig", _ => "???")));
        Assert.Equal(RightsErrors.ArchiveTooLarge, Refusal(Altered(good, "manifest.json", _ => new string(' ', 17_000_000))));
        Assert.Equal(RightsErrors.ArchiveOfAnotherKind, Refusal(Signed(good, manifest => manifest["format"] = "barometre-archive/9")));
        Assert.Equal(RightsErrors.ArchiveTooLarge, Refusal(Signed(good, manifest => manifest["files"]![0]!["size"] = ArchiveFile.LargestContent + 1)));
    }

    [Fact]
    public async Task On_the_command_line_whose_signature_it_is_must_be_said()
    {
        var person = await installation.PersonAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Signed((await Archived.OfAsync(installation, person)).Bytes, _ => { }));

            Assert.Equal(0, await ArchiveVerbs.VerifyAsync([file]));
            Assert.Equal(1, await ArchiveVerbs.VerifyAsync([file, "--signed-by", new string('0', 64)]));
            Assert.Equal(1, await ArchiveVerbs.ImportAsync(installation.App, file, "Projet inventé", null));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<ImportedArchive> ImportAsync(Installation into, Archived archive, Guid project)
    {
        using var file = ArchiveFile.Open(new MemoryStream(archive.Bytes));
        return await into.SendAsync(new ImportArchiveCommand(file.ServiceUserId, file, project));
    }

    private static Error? Refusal(byte[] bytes)
    {
        try
        {
            using var file = ArchiveFile.Open(new MemoryStream(bytes));
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Error;
        }
    }

    private static bool Same(Archived first, Archived second, string table) =>
        first.Rows(table).Select(row => row.ToString()).Order(StringComparer.Ordinal).SequenceEqual(second.Rows(table).Select(row => row.ToString()).Order(StringComparer.Ordinal));

    private static byte[] Altered(byte[] archive, string path, Func<string, string> change)
    {
        using var buffer = new MemoryStream();
        buffer.Write(archive);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var content = "";
            if (zip.GetEntry(path) is { } entry)
            {
                using (var reader = new StreamReader(entry.Open()))
                {
                    content = reader.ReadToEnd();
                }

                entry.Delete();
            }

            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(change(content));
        }

        return buffer.ToArray();
    }

    /// <summary>Another list, signed by a key of a stranger's own: whole in itself.</summary>
    private static byte[] Signed(byte[] archive, Action<JsonNode> change)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var list = "";
        var changed = Altered(archive, "manifest.json", content =>
        {
            var manifest = JsonNode.Parse(content)!;
            manifest["installation"] = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
            change(manifest);
            return list = manifest.ToJsonString();
        });
        changed = Altered(changed, "manifest.sig", _ => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(list), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        return Altered(changed, "public-key.pem", _ => key.ExportSubjectPublicKeyInfoPem());
    }
}
