using System.Net;
using System.Text.Json;
using Barometre.Application.Rights.Erasures;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.CoProduction;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>What others said in a record that is erased stays theirs, and theirs alone.</summary>
public sealed class KeptWordsTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Path = "/api/v1/account/kept-words";

    [Fact]
    public async Task Each_keeps_what_they_said_as_it_last_stood_without_names_and_nobody_else_has_it()
    {
        var (person, own, practitioner, relative) = await TalkAsync("Rose Inventée");
        var code = await own.EraseAsync(person.ServiceUserId, keepsAccount: true);
        await installation.RunErasuresAsync();

        var theirs = await KeptAsync(practitioner);
        Assert.Equal(["Bravo […], dites-le à […]."], Words(theirs));
        Assert.Equal([$"{DateOnly.FromDateTime(Told.Now.AddMinutes(-8).UtcDateTime):yyyy-MM-dd}"], theirs.Select(one => one.GetProperty("saidOn").GetString()));
        Assert.Equal(["Je passe dimanche.", "Un gâteau ?"], Words(await KeptAsync(relative)).Order());
        Assert.Empty(await KeptAsync(own));
        using var stranger = installation.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Path)).StatusCode);
        var certificate = await installation.CertificateAsync(code);
        Assert.Equal(3, certificate.GetProperty("kept").EnumerateArray().Single(one => one.GetProperty("what").GetString() == "others_own_words").GetProperty("count").GetInt32());
        Findings.None(await installation.FindAsync(person.ServiceUserId.ToString(), "participation.tombstone", "rights.trace", "vault.record_key"));
    }

    [Fact]
    public async Task They_are_thrown_away_one_by_one_or_all_by_their_author_alone()
    {
        var (person, own, practitioner, relative) = await TalkAsync("Nour Inventé");
        await own.EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();
        var first = (await KeptAsync(relative))[0].GetProperty("keptWordsId").GetString();

        await practitioner.DeleteAsync(new Uri($"{Path}/{first}", UriKind.Relative)).AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.DeleteAsync(new Uri(Path, UriKind.Relative)).AnswersAsync(HttpStatusCode.NoContent);
        Assert.Empty(await KeptAsync(practitioner));
        Assert.Equal(2, (await KeptAsync(relative)).Count);
        await relative.DeleteAsync(new Uri($"{Path}/{first}", UriKind.Relative)).AnswersAsync(HttpStatusCode.NoContent);
        await relative.DeleteAsync(new Uri($"{Path}/{first}", UriKind.Relative)).AnswersAsync(HttpStatusCode.NoContent);
        Assert.Single(await KeptAsync(relative));
        await relative.DeleteAsync(new Uri(Path, UriKind.Relative)).AnswersAsync(HttpStatusCode.NoContent);
        Assert.Empty(await KeptAsync(relative));
    }

    [Fact]
    public async Task Broken_off_and_done_again_there_is_one_copy()
    {
        var (person, own, practitioner, relative) = await TalkAsync("Sacha Inventé");
        await own.EraseAsync(person.ServiceUserId);
        var due = (await installation.SendAsync(new ListDueErasuresQuery())).Single(one => one.ServiceUserId == person.ServiceUserId);

        await installation.SendAsync(new ShredRecordCommand(person.ServiceUserId, due.ErasureId));
        await installation.SendAsync(new ShredRecordCommand(person.ServiceUserId, due.ErasureId));
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
        await Task.WhenAll(installation.RunErasuresAsync(), installation.RunErasuresAsync());

        Assert.Single(await KeptAsync(practitioner));
        Assert.Equal(2, (await KeptAsync(relative)).Count);
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
    }

    [Fact]
    public async Task At_the_database_no_login_reads_anothers_and_the_worker_none()
    {
        var (person, own, practitioner, _) = await TalkAsync("Alix Inventé");
        await own.EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();
        var account = (await practitioner.JsonAsync("/api/v1/account")).GetProperty("accountId").GetString();
        await using var logins = installation.Databases();

        Assert.Equal("1", await SeenAsync(logins.App, account!));
        Assert.Equal("0", await SeenAsync(logins.App, person.Account.AccountId.ToString()));
        Assert.Equal("0", await SeenAsync(logins.App, ""));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await SeenAsync(logins.Worker, account!));
    }

    [Fact]
    public async Task They_go_with_their_authors_account_and_its_key()
    {
        var (first, own, _, _) = await TalkAsync("Lou Inventé", async first => (await installation.PersonAsync(), first));
        await own.EraseAsync(first.ServiceUserId);
        await installation.RunErasuresAsync();
        var author = _authors.Single();
        Assert.Single(await KeptAsync(author.Account.Client(installation)));
        // What kept the account from going with the record: a place around somebody, which is over with that record.
        await installation.ExecuteAsync($"DELETE FROM participation.circle_member WHERE account_id = '{author.Account.AccountId}' AND service_user_id <> '{author.ServiceUserId}'");

        await author.Account.Client(installation).EraseAsync(author.ServiceUserId);
        await installation.RunErasuresAsync();

        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM rights.kept_words WHERE account_id = '{author.Account.AccountId}'"));
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{author.Account.AccountId}'"));
    }

    private readonly List<Given.Person> _authors = [];

    /// <summary>A record in which the person, a practitioner and a relative talk; and, if said, somebody who has a record of their own.</summary>
    private async Task<(Given.Person Person, HttpClient Own, HttpClient Practitioner, HttpClient Relative)> TalkAsync(string name, Func<Given.Person, Task<(Given.Person Author, Given.Person Of)>>? also = null)
    {
        var person = await installation.PersonAsync(calledName: name);
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation);
        var (about, thing) = (person.ServiceUserId, Told.Theme("needs.housing"));
        await own.NotedAsync(about, Mapped.Named(Guid.CreateVersion7(), "Tante Mia", 3));
        await own.SaidAsync(about, thing, "Merci de rien, ce sont mes mots", minutes: 9);
        var (_, edited) = await practitioner.SaidAsync(about, thing, "Bravo", minutes: 8);
        await practitioner.EditAsync(about, edited, $"Bravo {name}, dites-le à Tante Mia.").AnswersAsync(HttpStatusCode.OK);
        await practitioner.SaidAsync(about, thing, "Ensemble nous disons", minutes: 7, setting: "joint", perspective: "service_user");
        var (_, withdrawn) = await practitioner.SaidAsync(about, thing, "À oublier", minutes: 6);
        await practitioner.WithdrawAsync(about, withdrawn).AnswersAsync(HttpStatusCode.OK);
        await relative.SaidAsync(about, thing, "Je passe dimanche.", minutes: 5);
        await relative.SaidAsync(about, thing, "Un gâteau ?", minutes: 4);
        if (also is not null)
        {
            var (author, of) = await also(person);
            await installation.JoinAsync(of, author.Account, Role.Relative, AccessLevel.Contribute, null);
            await author.Account.Client(installation).SaidAsync(about, thing, "Moi aussi, je viens.", minutes: 3);
            _authors.Add(author);
        }

        return (person, own, practitioner, relative);
    }

    private static async Task<List<JsonElement>> KeptAsync(HttpClient client)
    {
        List<JsonElement> kept = [];
        string? cursor = null;
        do
        {
            var page = await client.JsonAsync($"{Path}?limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            kept.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return kept;
    }

    private static IEnumerable<string?> Words(IEnumerable<JsonElement> kept) => kept.Select(one => one.GetProperty("words").GetString());

    private static async Task<string> SeenAsync(NpgsqlDataSource login, string account)
    {
        await using var connection = await login.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var open = new NpgsqlCommand("SELECT set_config('barometre.account', $1, true), set_config('barometre.scope', 'everyone', true)", connection, transaction);
        open.Parameters.AddWithValue(account);
        await open.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand("SELECT count(*)::text FROM rights.kept_words", connection, transaction);
        try
        {
            return (string)(await count.ExecuteScalarAsync())!;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
