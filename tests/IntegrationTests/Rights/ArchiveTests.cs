using System.Net;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Rights.Erasures;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Rights;

public sealed class ArchiveTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Words = "Zorglub l’Archivé 51b2";

    [Fact]
    public async Task Every_table_that_names_the_person_is_in_it_with_every_word_opened()
    {
        var (person, other) = (await installation.PersonAsync(calledName: Words), await installation.PersonAsync());
        await installation.PlantAsync(person, Words);
        await installation.PlantRowsAsync(other, "Mots de quelqu’un d’autre");

        var there = await installation.RowsOfAsync(person.ServiceUserId);

        var archive = await Archived.OfAsync(installation, person);

        await using var connection = await installation.Owner.OpenConnectionAsync();
        List<string> faults = [];
        foreach (var table in (await PersonalCatalogue.ReadAsync(connection, null, CancellationToken.None)).Where(table => !LeftOut.Is(table.Name)))
        {
            var rows = archive.Rows(table.Name);
            if (!LeftOut.OthersRows.ContainsKey(table.Name) && rows.Count != there.GetValueOrDefault(table.Name))
            {
                faults.Add($"{table.Name}: {rows.Count} rows");
            }

            faults.AddRange(rows.SelectMany(row => table.Columns.Where(column => !row.TryGetProperty(column.Member, out _)).Select(column => $"{table.Name} lacks {column.Member}")).Distinct());
            // Each sealed column holds the words planted, in some row at least.
            faults.AddRange(table.Sealed.Where(column => !rows.Any(row => row.GetProperty(column.Member).GetString() == Words) && rows.Any(row => row.GetProperty(column.Member).GetString() is not null))
                .Select(column => $"{table.Name}.{column.Member} is not opened"));
        }

        Findings.None(faults);
        Assert.All(archive.Paths, path => Assert.DoesNotContain(other.ServiceUserId.ToString(), Encoding.UTF8.GetString(archive[path]), StringComparison.Ordinal));
        Assert.All(archive.Paths, path => Assert.DoesNotContain("quelqu’un d’autre", Encoding.UTF8.GetString(archive[path]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_the_accounts_are_and_how_the_person_signs_in_is_said_without_a_secret()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        await installation.ExecuteAsync($"""
            UPDATE participation.account SET display_name_sealed = {installation.SealedName("Inès Inventée")} WHERE id = '{practitioner.AccountId}';
            UPDATE participation.account SET password_hash = 'HACHÉ-ET-SECRET' WHERE id = '{person.Account.AccountId}';
            """);

        var archive = await Archived.OfAsync(installation, person);

        var member = archive.Json("people.json").EnumerateArray().Single(one => one.GetProperty("accountId").GetGuid() == practitioner.AccountId);
        Assert.Equal(("Inès Inventée", "practitioner", true), (member.GetProperty("displayName").GetString(), member.GetProperty("role").GetString(), member.GetProperty("active").GetBoolean()));
        var account = archive.Json("account.json");
        Assert.Equal(person.Account.AccountId, account.GetProperty("accountId").GetGuid());
        Assert.Single(account.GetProperty("sessions").EnumerateArray());
        Assert.True(account.GetProperty("hasPassword").GetBoolean());
        Assert.All(archive.Paths, path => Assert.DoesNotContain("HACHÉ-ET-SECRET", Encoding.UTF8.GetString(archive[path]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_file_has_its_checksum_and_the_list_its_signature()
    {
        var person = await installation.PersonAsync();
        await person.Account.Client(installation).GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);

        var archive = await Archived.OfAsync(installation, person);

        var manifest = archive.Json("manifest.json");
        var listed = manifest.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString()!);
        Assert.Equal(archive.Paths.Except(["manifest.json", "manifest.sig", "public-key.pem"]).Order(), listed.Keys.Order());
        Assert.All(listed, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(archive[file.Key]))));
        using var key = ECDsa.Create();
        using var stranger = installation.Client();
        key.ImportFromPem((await stranger.JsonAsync("/api/v1/signing-key")).GetProperty("pem").GetString());
        Assert.True(key.VerifyData(archive["manifest.json"], Convert.FromBase64String(Encoding.ASCII.GetString(archive["manifest.sig"])), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(archive["plan.pdf"][..4]), StringComparison.Ordinal);
        Assert.Contains("graphml", Encoding.UTF8.GetString(archive["network/network.graphml"]), StringComparison.Ordinal);
        Assert.Equal("Finir mon cours de chimie", archive.Rows("accomplishment_plan.goal_wording").Single().GetProperty("words").GetString());
    }

    [Fact]
    public async Task Only_the_person_has_it_and_the_register_of_communications_says_that_it_left()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var (own, id) = (person.Account.Client(installation), Guid.CreateVersion7());

        await own.PutAsync(Archived.Path(person.ServiceUserId, $"/{id}"), new { }).AnswersAsync(HttpStatusCode.OK);
        await own.GetAsync(Archived.Path(person.ServiceUserId, $"/{id}/file")).RefusesAsync(HttpStatusCode.Conflict, "rights.archive-not-ready");
        await installation.SendAsync(new MakeArchiveCommand(person.ServiceUserId, id));
        await installation.SendAsync(new MakeArchiveCommand(person.ServiceUserId, id));

        Assert.Equal(HttpStatusCode.Forbidden, (await practitioner.GetAsync(Archived.Path(person.ServiceUserId, $"/{id}/file"))).StatusCode);
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM participation.communication WHERE service_user_id = '{person.ServiceUserId}'"));
        await own.GetAsync(Archived.Path(person.ServiceUserId, $"/{id}/file")).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM participation.communication WHERE service_user_id = '{person.ServiceUserId}' AND form = 'archive'"));
        var view = await own.JsonAsync(Archived.Path(person.ServiceUserId, $"/{id}"));
        Assert.Equal(("ready", 100), (view.GetProperty("state").GetString(), view.GetProperty("progress").GetInt32()));
    }

    [Fact]
    public async Task Erased_while_it_is_being_made_the_making_ends_and_nothing_of_it_is_left()
    {
        var person = await installation.PersonAsync();
        var (own, id) = (person.Account.Client(installation), Guid.CreateVersion7());
        await own.PutAsync(Archived.Path(person.ServiceUserId, $"/{id}"), new { }).AnswersAsync(HttpStatusCode.OK);
        await own.EraseAsync(person.ServiceUserId);
        var due = (await installation.SendAsync(new ListDueErasuresQuery())).Single(one => one.ServiceUserId == person.ServiceUserId);
        var writer = new Interrupted(installation.App.Services.GetRequiredService<IArchiveWriter>(), async () =>
        {
            await installation.SendAsync(new ShredRecordCommand(person.ServiceUserId, due.ErasureId));
            await installation.RunErasuresAsync();
        });

        await new MakeArchiveHandler(installation.App.Services.GetRequiredService<Application.Rights.OwnScopes>(), writer)
            .Handle(new MakeArchiveCommand(person.ServiceUserId, id), CancellationToken.None);

        Assert.True(writer.Happened);
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task When_its_days_are_over_it_is_gone_file_and_all()
    {
        var person = await installation.PersonAsync();
        await Archived.OfAsync(installation, person);

        await installation.ExecuteAsync($"UPDATE rights.archive SET expires_at = now() - interval '1 second' WHERE service_user_id = '{person.ServiceUserId}'");
        await installation.SendAsync(new DeleteExpiredArchivesCommand());

        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM rights.archive_piece WHERE service_user_id = '{person.ServiceUserId}'"));
        Assert.Equal(0, (await person.Account.Client(installation).JsonAsync(Archived.Path(person.ServiceUserId))).GetArrayLength());
    }

    [Fact]
    public async Task What_is_left_out_is_there_and_has_a_reason()
    {
        await using var connection = await installation.Owner.OpenConnectionAsync();
        var tables = (await PersonalCatalogue.ReadAsync(connection, null, CancellationToken.None)).Select(table => table.Name).ToList();

        Findings.None(LeftOut.Tables.Keys.Concat(LeftOut.OfTheAccount).Concat(LeftOut.ThePersonsAlone.Keys).Except(tables));
        Assert.All(LeftOut.Tables.Values.Concat(LeftOut.OthersRows.Values), reason => Assert.True(reason.Length > 20));
    }

    /// <summary>Writes an archive, and lets something happen after its first piece was made and before it is kept.</summary>
    private sealed class Interrupted(IArchiveWriter writer, Func<Task> meanwhile) : IArchiveWriter
    {
        public bool Happened { get; private set; }

        public Task<WrittenArchive> WriteAsync(Guid serviceUserId, string language, bool whole, IReadOnlyList<ReadableFile> readable, Func<int, byte[], Task> keep, CancellationToken cancellationToken) =>
            writer.WriteAsync(serviceUserId, language, whole, readable, async (number, piece) =>
            {
                if (!Happened)
                {
                    Happened = true;
                    await meanwhile();
                }

                await keep(number, piece);
            }, cancellationToken);
    }
}
