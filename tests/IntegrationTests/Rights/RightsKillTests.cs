using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.CoProduction;
using Barometre.IntegrationTests.Kill;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>The host, killed (SIGKILL) while it erases records and makes archives: each is carried out whole, and once.</summary>
public sealed class RightsKillTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const int People = 12;
    private const int Kills = 4;

    // A killed node is missed after 5 seconds, and due erasings are looked for every minute.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Killed_again_and_again_every_record_is_erased_whole_and_certified_once_and_every_archive_is_made_whole()
    {
        using var host = new ServedProcess(installation.Settings);
        await host.StartAsync();
        var (erased, archived) = (await ErasuresAsync(host.Address), await ArchivesAsync(host.Address));
        var (random, amid) = (new Random(4), 0);

        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(50, 900));
            await host.KillAsync();
            amid += await UnfinishedAsync() > 0 ? 1 : 0;
            await host.StartAsync();
        }

        for (var since = TimeProvider.System.GetTimestamp(); await UnfinishedAsync() > 0; await Task.Delay(50))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Rest, $"Not all is done: {await LeftAsync()}; {string.Join('|', host.FailedAttempts)}");
        }

        Assert.True(amid > 0, "Every kill came when all was done: nothing was proven.");
        Findings.None(host.FailedAttempts.Select(attempt => $"A kill is not the work's failure: {attempt}"));
        foreach (var (person, code) in erased)
        {
            Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
            // What is planted in one record may name another's account.
            Assert.True((await installation.CertificateAsync(code)).GetProperty("account").GetString() is "erased" or "used_elsewhere");
            Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
        }

        Assert.Equal(People, await installation.CountAsync("SELECT count(*) FROM rights.certificate"));
        Assert.Equal(People, await installation.CountAsync("SELECT count(*) FROM rights.kept_words"));
        foreach (var (person, id) in archived)
        {
            var file = new Archived(await person.Account.Client(installation).GetByteArrayAsync(new Uri(Archived.Path(person.ServiceUserId, $"/{id}/file"), UriKind.Relative)));
            Assert.Contains(file.Rows("coproduction.message_fact"), fact => fact.ToString().Contains("Un mot de l’entourage", StringComparison.Ordinal));
        }
    }

    // Each record has a word of somebody else's, which is theirs to keep.
    private async Task<Given.Person> PersonAsync()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await practitioner.Client(installation).SaidAsync(person.ServiceUserId, Told.Theme("needs.housing"), "Un mot de l’entourage");
        return person;
    }

    private async Task<List<(Given.Person Person, string Code)>> ErasuresAsync(Uri host)
    {
        List<(Given.Person Person, Guid Id, int Version)> asked = [];
        for (var i = 0; i < People; i++)
        {
            var person = await PersonAsync();
            await installation.PlantRowsAsync(person, "Une phrase inventée");
            var (id, version) = await person.Account.Client(installation).AskedAsync(person.ServiceUserId);
            asked.Add((person, id, version));
        }

        List<(Given.Person, string)> confirmed = [];
        foreach (var (person, id, version) in asked)
        {
            using var client = Client(person, host);
            using var answer = await client.ConfirmAsync(person.ServiceUserId, id, version);
            confirmed.Add((person, (await answer.BodyAsync(HttpStatusCode.OK)).GetProperty("certificateCode").GetString()!));
        }

        return confirmed;
    }

    private async Task<List<(Given.Person Person, Guid Id)>> ArchivesAsync(Uri host)
    {
        List<(Given.Person, Guid)> asked = [];
        for (var i = 0; i < 3; i++)
        {
            var (person, id) = (await PersonAsync(), Guid.CreateVersion7());
            using var client = Client(person, host);
            await client.PutAsJsonAsync(Archived.Path(person.ServiceUserId, $"/{id}"), new { language = "fr" }).AnswersAsync(HttpStatusCode.OK);
            asked.Add((person, id));
        }

        return asked;
    }

    private Task<long> UnfinishedAsync() => installation.CountAsync(
        "SELECT (SELECT count(*) FROM rights.erasure WHERE state IN ('confirmed', 'shredded')) + (SELECT count(*) FROM rights.archive WHERE state <> 'ready')");

    private async Task<string> LeftAsync()
    {
        await using var command = installation.Owner.CreateCommand("""
            SELECT concat_ws('; ', (SELECT string_agg(state || ' ' || service_user_id, ', ') FROM rights.erasure), (SELECT string_agg(state || ' ' || progress, ', ') FROM rights.archive),
                (SELECT string_agg(work, ', ') FROM jobs.request), (SELECT string_agg(trigger_name || ' ' || trigger_state, ', ') FROM jobs.qrtz_triggers WHERE trigger_type <> 'CRON'),
                (SELECT string_agg(p::text, ', ') FROM jobs.parked_job p))
            """);
        return $"{await command.ExecuteScalarAsync()}";
    }

    private HttpClient Client(Given.Person person, Uri host)
    {
        using var signedIn = person.Account.Client(installation);
        return new HttpClient { BaseAddress = host, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", signedIn.DefaultRequestHeaders.Authorization!.Parameter) } };
    }
}
