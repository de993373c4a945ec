using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>After an erasure, a search of every table, outbox, job store, file and log for the person's words finds nothing.</summary>
public sealed class NothingLeftTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Words = "Zorglub l’Effacé 7f3a9c";

    [Fact]
    public async Task Of_words_left_everywhere_nothing_is_found_and_of_the_id_only_what_the_certificate_says()
    {
        var (person, other) = (await installation.PersonAsync(calledName: Words), await installation.PersonAsync());
        await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await installation.PlantAsync(person, Words);
        var (plain, ids) = (await installation.FindAsync(Words), await installation.FindAsync(person.ServiceUserId.ToString()));
        var others = await installation.RowsOfAsync(other.ServiceUserId);

        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();

        // The search can find: what the key ring opens (a name, an answer that is kept), and ids everywhere.
        Assert.Contains("participation.account", plain);
        Assert.Superset(new HashSet<string> { "/barometre.answer", "/barometre.display-name" }, installation.Purposes);
        Assert.Contains("platform.idempotency", ids);
        Assert.True(ids.Count > 40, $"{ids.Count}");
        Findings.None(await installation.FindAsync(Words));
        Findings.None(await installation.FindInDumpAsync(Words));
        Findings.None(await installation.FindAsync(person.ServiceUserId.ToString(), "participation.tombstone", "rights.trace", "vault.record_key"));
        Findings.None(await installation.FindAsync(person.Account.AccountId.ToString()));
        Assert.DoesNotContain(installation.Logged, line => line.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
        Assert.Equal(others, await installation.RowsOfAsync(other.ServiceUserId));
    }

    [Fact]
    public async Task What_is_sealed_stands_in_no_file_of_the_server_before_its_erasure_nor_after()
    {
        const string Sealed = "Zébuline la Scellée 41b7e2";
        var person = await installation.PersonAsync(calledName: Sealed);
        await installation.PlantAsync(person, Sealed);
        await installation.ExecuteAsync("COMMENT ON SCHEMA public IS 'Un mot en clair 90d3aa'");

        var before = await installation.FindInServersFilesAsync(Sealed);
        var log = await installation.FindInServersFilesAsync("listening on");
        // The server writes its log ahead a little later.
        await Eventually.HappensAsync(async () => (await installation.FindInServersFilesAsync("Un mot en clair 90d3aa")).Any(file => file.StartsWith("pg_wal", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();

        // The search can find: what stands in clear, and what the server logs.
        Assert.Contains("server.log", log);
        Assert.Empty(before);
        Assert.Empty(await installation.FindInServersFilesAsync(Sealed));
    }
}
