using System.Net;
using System.Security.Cryptography;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.CoProduction;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Kill;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>The host, in a process of its own, killed in the middle of what takes long: whatever is done when it is killed, its next life ends it, once.</summary>
public sealed class KilledErasureTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    // What each step writes to, in the order of the steps: beginning, others' words, the key, rows (which go table by table, all alike), the end.
    private static readonly string[] Steps = ["rights.certificate", "rights.kept_words", "vault.record_key", "coproduction.message_fact", "rights.trace"];

    // A killed node is missed after five seconds, or its work found waiting; the rest is room for a slow machine.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task An_erasing_killed_at_each_of_its_steps_ends_certified_once_and_leaves_nothing()
    {
        List<(Given.Person Person, HttpClient Practitioner)> people = [];
        foreach (var _ in Steps)
        {
            people.Add(await WrittenToAsync());
        }

        List<string> codes = [];
        using var host = new ServedProcess(installation.Settings);
        await host.StartAsync();
        foreach (var (step, (person, _)) in Steps.Zip(people))
        {
            await using var held = await HeldAsync(step);
            codes.Add(await person.Account.Client(installation).EraseAsync(person.ServiceUserId));
            await Eventually.HappensAsync(async () => await WaitersAsync(step) > 0, Rest);
            await host.KillAsync();
            await held.DisposeAsync();
            await host.StartAsync();
        }

        await Eventually.HappensAsync(async () => await installation.CountAsync("SELECT count(*) FROM rights.erasure") == 0, Rest);

        foreach (var ((person, practitioner), code) in people.Zip(codes))
        {
            var certificate = await installation.CertificateAsync(code);
            var told = certificate.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("table").GetString()!, row => row.GetProperty("count").GetInt64());
            Assert.Equal((2, 1, 1), (told["accomplishment_plan.goal"], told["coproduction.message_fact"], told["social_network.fact"]));
            Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
            Assert.Single((await practitioner.JsonAsync("/api/v1/account/kept-words")).GetProperty("items").EnumerateArray());
            Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
        }

        Assert.Equal(Steps.Length, await installation.CountAsync("SELECT count(*) FROM rights.certificate WHERE content IS NOT NULL"));
        Assert.Equal(Steps.Length, await installation.CountAsync("SELECT count(*) FROM rights.certificate"));
    }

    [Theory]
    [InlineData("NEW.progress > 5")]
    [InlineData("NEW.state = 'ready'")]
    public async Task An_archive_killed_while_it_is_made_ends_once_and_whole(string at)
    {
        const long Lock = 7_220_915;
        var (person, _) = await WrittenToAsync();
        var (own, id) = (person.Account.Client(installation), Guid.CreateVersion7());
        await installation.ExecuteAsync($"""
            CREATE FUNCTION rights.planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock({Lock}); RETURN NEW; END';
            CREATE TRIGGER planted BEFORE UPDATE ON rights.archive FOR EACH ROW WHEN ({at}) EXECUTE FUNCTION rights.planted();
            """);
        using var host = new ServedProcess(installation.Settings);
        await host.StartAsync();
        await using (var held = await HeldAsync($"SELECT pg_advisory_xact_lock({Lock})", isStatement: true))
        {
            await own.PutAsync(Archived.Path(person.ServiceUserId, $"/{id}"), new { language = "fr" }).AnswersAsync(HttpStatusCode.OK);
            await Eventually.HappensAsync(async () => await installation.CountAsync($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = {Lock}") > 0, Rest);
            await host.KillAsync();
        }

        await host.StartAsync();
        await Eventually.HappensAsync(async () => (await own.JsonAsync(Archived.Path(person.ServiceUserId, $"/{id}"))).GetProperty("state").GetString() == "ready", Rest);
        await installation.ExecuteAsync("DROP FUNCTION rights.planted CASCADE");

        var view = await own.JsonAsync(Archived.Path(person.ServiceUserId, $"/{id}"));
        var archive = new Archived(await own.GetByteArrayAsync(new Uri(Archived.Path(person.ServiceUserId, $"/{id}/file"), UriKind.Relative)));
        Assert.Equal(view.GetProperty("checksum").GetString(), Convert.ToHexStringLower(SHA256.HashData(archive.Bytes)));
        foreach (var file in archive.Json("manifest.json").GetProperty("files").EnumerateArray())
        {
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(archive[file.GetProperty("path").GetString()!])));
        }

        Assert.Equal(1, await installation.CountAsync($"SELECT count(DISTINCT making) FROM rights.archive_piece WHERE archive_id = '{id}'"));
    }

    private async Task<(Given.Person Person, HttpClient Practitioner)> WrittenToAsync()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var member = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var practitioner = member.Client(installation);
        // The author has a key already: what waits for the vault is the deletion of the record's.
        await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(member.AccountId, CancellationToken.None);
        await own.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        await own.GoalAsync(person.ServiceUserId, "Demander mes prestations", adopted: true);
        await own.NotedAsync(person.ServiceUserId, Mapped.Named(Guid.CreateVersion7(), "Tante Mia", 3));
        await practitioner.SaidAsync(person.ServiceUserId, Told.Theme("needs.housing"), "Bravo");
        return (person, practitioner);
    }

    /// <summary>Keeps everybody from writing to a table, until it is disposed of; or holds what the statement takes.</summary>
    private async Task<NpgsqlConnection> HeldAsync(string what, bool isStatement = false)
    {
        var connection = await installation.Owner.OpenConnectionAsync();
        // Open until the connection is closed.
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(isStatement ? what : $"LOCK TABLE {what} IN SHARE ROW EXCLUSIVE MODE", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<long> WaitersAsync(string table) => installation.CountAsync(
        $"SELECT count(*) FROM pg_locks WHERE relation = '{table}'::regclass AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
}
