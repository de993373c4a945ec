using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Barometre.Application.Rights.Archives;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Archives;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi.Verbs;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>A record leaves one installation and is taken in by another, whole.</summary>
public sealed class RoundTripTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Words = "Zorglub l’Emporté 77";

    // What is of the installation: who had a place, what the person signs in with, in which project they are here, and that the record came.
    private static readonly string[] OfTheInstallation =
    [
        "participation.circle_member", "participation.circle_fact", "participation.service_user", "participation.enrolment", "participation.register_entry", "participation.register_head",
        "participation.communication", "participation.communication_link", "participation.communication_head", "rights.arrival", "rights.erasure", "rights.keeping",
    ];

    [Fact]
    public async Task Taken_in_claimed_with_the_code_by_a_new_account_and_taken_along_again_it_is_the_same_frozen_or_not()
    {
        var person = await installation.PersonAsync(calledName: Words);
        await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var (own, freeze) = (person.Account.Client(installation), Guid.CreateVersion7());
        await own.PutAsync(Notes(person.ServiceUserId, $"/{Guid.CreateVersion7()}"), new { words = "À moi seul", at = Rated.Now.AddMinutes(-5) }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/overview/seen", new { until = Rated.Now }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Freeze(person.ServiceUserId, freeze), new { }).AnswersAsync(HttpStatusCode.NoContent);
        await installation.PlantAsync(person, Words);
        var notes = (await own.JsonAsync(Notes(person.ServiceUserId))).GetProperty("items");
        var first = await Archived.OfAsync(installation, person);
        var elsewhere = new RightsInstallation();
        await elsewhere.InitializeAsync();
        try
        {
            var project = await elsewhere.ProjectAsync();
            var coordinator = (await elsewhere.RoleAsync(Role.Coordinator, project)).Client(elsewhere);
            var spent = await ImportedAsync(elsewhere, first);
            var code = await ImportedAsync(elsewhere, first);
            var account = await elsewhere.AccountAsync();
            var there = account.Client(elsewhere);
            // Nobody there has opened it, nor can: the person is the first.
            Assert.Empty((await coordinator.JsonAsync($"/api/v1/projects/{project}/service-users")).GetProperty("items").EnumerateArray());
            await there.PostAsync("/api/v1/account/record", new { code = spent }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
            await there.PostAsync("/api/v1/account/record", new { code }).AnswersAsync(HttpStatusCode.OK);
            Assert.Null((await TakeInAsync(elsewhere, first, project)).ClaimCode);

            Assert.Equal($"{notes}", $"{(await there.JsonAsync(Notes(person.ServiceUserId))).GetProperty("items")}");
            Assert.Equal(0, await elsewhere.CountAsync($"SELECT count(*) FROM rights.carried_row WHERE table_name LIKE 'coproduction.%' OR table_name LIKE 'accomplishment_plan.%'"));
            var second = await Archived.OfAsync(elsewhere, person with { Account = account });

            Findings.None(first.Tables.Except(OfTheInstallation).Where(table => !Same(first, second, table, person.Account.AccountId, account.AccountId)).Select(table => $"{table} differs"));
            Assert.Equal(first.Rows("participation.service_user").Single().GetProperty("called_name").GetString(), second.Rows("participation.service_user").Single().GetProperty("called_name").GetString());
            Assert.True(second.Rows("participation.service_user").Single().GetProperty("frozen").GetBoolean());
            Assert.All(first.Rows("participation.enrolment"), stay => Assert.Contains(stay.ToString(), second.Rows("participation.enrolment").Select(row => row.ToString())));
            Assert.Equal(first.Rows("participation.circle_member").Count, second.Rows("participation.circle_member").Count(row => row.GetProperty("state").GetString() is "ended" or "declined"));
            Assert.Equal(first["network/network.graphml"], second["network/network.graphml"]);
            var registers = first.Rows("participation.register_entry").Select(row => row.ToString()).ToList();
            Assert.Equal(registers, second.Rows("participation.register_entry").Take(registers.Count).Select(row => row.ToString()));
            Assert.Equal("ImportArchive", second.Rows("participation.register_entry")[registers.Count].GetProperty("use_case").GetString());
            await there.DeleteAsync(Freeze(person.ServiceUserId, freeze)).AnswersAsync(HttpStatusCode.NoContent);
            Assert.NotEmpty((await coordinator.JsonAsync($"/api/v1/projects/{project}/service-users")).GetProperty("items").EnumerateArray());
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_was_carried_for_the_persons_own_account_is_given_to_nobody_else()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await installation.ExecuteAsync($"INSERT INTO rights.carried_row VALUES ('{person.ServiceUserId}', 'coproduction.visit', 0, '\\x00')");

        Assert.Equal((0, PostgresErrorCodes.InsufficientPrivilege), await AsAsync(practitioner.AccountId, "coproduction.visit"));
        Assert.Equal((1, PostgresErrorCodes.InsufficientPrivilege), await AsAsync(person.Account.AccountId, "participation.representative"));

        // How many of the carried rows that account sees, and with what it is refused rows of its own making.
        async Task<(long Seen, string Refused)> AsAsync(Guid account, string table)
        {
            await using var databases = installation.Databases();
            await using var connection = await databases.App.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var see = new NpgsqlCommand(
                $"SELECT set_config('barometre.person', '{person.ServiceUserId}', true), set_config('barometre.account', '{account}', true); SELECT count(*) FROM rights.carried_row", connection, transaction);
            await using (var reader = await see.ExecuteReaderAsync())
            {
                await reader.NextResultAsync();
                await reader.ReadAsync();
                var seen = reader.GetInt64(0);
                await reader.DisposeAsync();
                await using var adopt = new NpgsqlCommand($"SELECT rights.adopt_rows('{table}', ARRAY['service_user_id'], '[{{}}]')", connection, transaction);
                return (seen, (await Assert.ThrowsAsync<PostgresException>(() => adopt.ExecuteNonQueryAsync())).SqlState);
            }
        }
    }

    [Fact]
    public async Task A_record_that_is_here_is_not_taken_in_over_itself()
    {
        var person = await installation.PersonAsync();
        var archive = await Archived.OfAsync(installation, person);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => TakeInAsync(installation, archive, person.ProjectId));

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
            Assert.Equal(1, await ArchiveVerbs.ImportAsync(installation.App, file, "Projet inventé", null, TextWriter.Null));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<ImportedArchive> TakeInAsync(Installation into, Archived archive, Guid project)
    {
        using var file = ArchiveFile.Open(new MemoryStream(archive.Bytes));
        return await into.SendAsync(new ImportArchiveCommand(file.ServiceUserId, file, project));
    }

    /// <summary>As an operator does it; returns the code that the terminal shows.</summary>
    private static async Task<string> ImportedAsync(Installation into, Archived archive)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, archive.Bytes);
            using var opened = ArchiveFile.Open(new MemoryStream(archive.Bytes));
            await using var terminal = new StringWriter();
            Assert.Equal(0, await ArchiveVerbs.ImportAsync(into.App, file, "Projet inventé", opened.SignedBy, terminal));
            return terminal.ToString().TrimEnd().Split(' ')[^1];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Notes(Guid person, string rest = "") => $"/api/v1/service-users/{person}/coproduction/notes{rest}";

    private static string Freeze(Guid person, Guid freeze) => $"/api/v1/service-users/{person}/freezes/{freeze}";

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

    /// <summary>What was the former account's own is the new one's.</summary>
    private static bool Same(Archived first, Archived second, string table, Guid former, Guid now) =>
        Rows(first, table).Select(row => LeftOut.OfTheAccount.Contains(table) ? row.Replace($"{former}", $"{now}", StringComparison.Ordinal) : row).Order(StringComparer.Ordinal)
            .SequenceEqual(Rows(second, table).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Rows(Archived archive, string table) => archive.Rows(table).Select(row => row.ToString());

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
