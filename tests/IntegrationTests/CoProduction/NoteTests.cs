using System.Net;
using System.Net.Http.Json;
using Barometre.Application.CoProduction;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Barometre.IntegrationTests.CoProduction.Told;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class NoteTests(Installation installation)
{
    [Fact]
    public async Task A_note_is_the_persons_alone_until_they_show_it_and_again_once_they_take_it_back()
    {
        var (person, own, other) = await PairAsync();
        var note = await WriteAsync(own, person, "Ne pas oublier le bail", Theme("needs.housing"));
        var loose = await WriteAsync(own, person, "Sur rien en particulier");
        await (await PutAsync(own, person, note, "wordings", new { words = "Demander pour le bail", at = Now.AddMinutes(-8) })).BodyAsync(HttpStatusCode.OK);
        Assert.Empty(await NotesAsync(other, person));

        await ShowAsync(own, person, note, true, 6);
        await ShowAsync(own, person, loose, true, 6);
        Assert.Equal(["Sur rien en particulier", "Demander pour le bail"], await NotesAsync(other, person));
        // What it said before stays the person's, also while it is shown.
        Assert.Equal([0, 0], await EarlierAsync(other, person));
        Assert.Equal([0, 1], await EarlierAsync(own, person));

        await ShowAsync(own, person, note, false, 4);
        await ShowAsync(own, person, loose, false, 4);
        Assert.Empty(await NotesAsync(other, person));
        Assert.Equal(2, (await NotesAsync(own, person)).Count);
    }

    [Fact]
    public async Task A_note_taken_back_on_a_device_whose_clock_is_slow_is_the_persons_alone()
    {
        var (person, own, other) = await PairAsync();
        var note = await WriteAsync(own, person, "Pour moi seul");
        await ShowAsync(own, person, note, true, 1);
        Assert.Single(await NotesAsync(other, person));

        await ShowAsync(own, person, note, false, 9);

        Assert.Empty(await NotesAsync(other, person));
    }

    [Fact]
    public async Task A_note_that_is_shown_follows_the_tab_and_the_theme_it_hangs_on()
    {
        var (person, own, _) = await PairAsync();
        var member = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var (things, other) = (await installation.ThingsAsync(person), member.Client(installation));
        foreach (var kind in (string[])["goal", "star", "tie"])
        {
            await ShowAsync(own, person, await WriteAsync(own, person, kind, things[kind]), true, 5);
        }

        Assert.Equal(3, (await NotesAsync(other, person)).Count);
        await (await own.PutAsync(Rated.Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed = true })).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(["tie", "goal"], (await NotesAsync(other, person)).OrderDescending(StringComparer.Ordinal));
        await installation.OpenOnlyAsync(person, member, "plan", "coproduction");
        Assert.Equal(["goal"], await NotesAsync(other, person));
    }

    [Fact]
    public async Task Thrown_away_its_words_are_gone_from_the_database()
    {
        var (person, own, other) = await PairAsync();
        var note = await WriteAsync(own, person, "À jeter");
        await (await PutAsync(own, person, note, "wordings", new { words = "À jeter vraiment", at = Now.AddMinutes(-8) })).BodyAsync(HttpStatusCode.OK);
        await ShowAsync(own, person, note, true, 6);

        await (await PutAsync(own, person, note, "throwings", new { at = Now.AddMinutes(-2) })).BodyAsync(HttpStatusCode.OK);

        Assert.Empty(await NotesAsync(other, person));
        Assert.Empty(await NotesAsync(own, person));
        Assert.Equal("coproduction.note-thrown-away", (await (await PutAsync(own, person, note, "showings", new { shown = true, at = Now })).BodyAsync(HttpStatusCode.Conflict)).Code());
        await using var command = installation.Owner.CreateCommand(
            $"SELECT (SELECT count(words_sealed) FROM coproduction.note WHERE id = '{note}') + (SELECT count(words_sealed) FROM coproduction.note_fact WHERE note_id = '{note}')");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Nobody_else_writes_words_shows_or_throws_away_and_what_is_sent_again_is_the_same()
    {
        var (person, own, other) = await PairAsync();
        var note = await WriteAsync(own, person, "À moi");
        foreach (var (rest, body) in ((string, object)[])[("wordings", new { words = "À nous", at = Now }), ("showings", new { shown = true, at = Now }), ("throwings", new { at = Now })])
        {
            await (await PutAsync(other, person, note, rest, body)).BodyAsync(HttpStatusCode.Forbidden);
            await (await PutAsync(own, person, Guid.CreateVersion7(), rest, body)).BodyAsync(HttpStatusCode.NotFound);
        }

        await (await other.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{Guid.CreateVersion7()}"), new { words = "La mienne", at = Now })).BodyAsync(HttpStatusCode.Forbidden);
        await WriteAsync(own, person, "À moi", id: note);
        Assert.Equal("fact.id-reused", (await (await own.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{note}"), new { words = "Autre chose", at = Now.AddMinutes(-10) })).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal(["À moi"], await NotesAsync(own, person));
    }

    [Fact]
    public async Task The_database_itself_gives_a_note_to_no_account_but_its_authors_whatever_the_query_says()
    {
        var person = await installation.PersonAsync();
        var member = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var own = person.Account.Client(installation);
        var (kept, shown) = (await WriteAsync(own, person, "Gardée"), await WriteAsync(own, person, "Montrée"));
        await ShowAsync(own, person, shown, true, 5);
        await using var databases = installation.Databases();

        // The person's record is open, the filter of the application is away.
        Assert.Equal((1L, 0L), await SeenAsync(databases.App, person.ServiceUserId, member.AccountId, everyone: false));
        Assert.Equal((1L, 0L), await SeenAsync(databases.App, person.ServiceUserId, null, everyone: false));
        Assert.Equal((1L, 0L), await SeenAsync(databases.Worker, person.ServiceUserId, null, everyone: false));
        Assert.Equal((1L, 0L), await SeenAsync(databases.Worker, person.ServiceUserId, member.AccountId, everyone: true));
        Assert.Equal((2L, 3L), await SeenAsync(databases.App, person.ServiceUserId, person.Account.AccountId, everyone: false));
        Assert.Equal((2L, 3L), await SeenAsync(databases.Worker, person.ServiceUserId, person.Account.AccountId, everyone: false));

        foreach (var source in (NpgsqlDataSource[])[databases.App, databases.Worker])
        {
            Assert.Equal("0", await ChangeAsync(source, person.ServiceUserId, member.AccountId, $"UPDATE coproduction.note SET shown_since = now() WHERE id = '{kept}'"));
            Assert.Equal("0", await ChangeAsync(source, person.ServiceUserId, member.AccountId, $"UPDATE coproduction.note SET shown_since = NULL WHERE id = '{shown}'"));
            Assert.Equal("42501", await ChangeAsync(source, person.ServiceUserId, member.AccountId, $"""
                INSERT INTO coproduction.note (service_user_id, id, author_id, written_at, words_at, changed_at, version)
                    VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{person.Account.AccountId}', now(), now(), now(), 1)
                """));
        }
    }

    [Fact]
    public async Task A_job_that_acts_for_the_person_reads_their_notes_and_one_that_does_not_reads_none()
    {
        var (person, own, _) = await PairAsync();
        await WriteAsync(own, person, "Pour mes archives");

        Assert.Equal(1, await ReadByJobAsync(person, caller => caller.IsInstallationFor(person.Account.AccountId)));
        Assert.Equal(0, await ReadByJobAsync(person, caller => caller.IsInstallation()));
    }

    private async Task<int> ReadByJobAsync(Given.Person person, Action<Caller> identify)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        identify(scope.ServiceProvider.GetRequiredService<Caller>());
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await work.BeginAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
        var read = await scope.ServiceProvider.GetRequiredService<ICoProductionDb>().Notes.CountAsync();
        await work.RollbackAsync();
        return read;
    }

    private static async Task<(long Notes, long Facts)> SeenAsync(NpgsqlDataSource source, Guid person, Guid? account, bool everyone)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await OpenAsync(connection, person, account, everyone);
        await using var command = new NpgsqlCommand(
            "SELECT (SELECT count(*) FROM coproduction.note WHERE service_user_id = $1), (SELECT count(*) FROM coproduction.note_fact WHERE service_user_id = $1)", connection, transaction)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = person } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task<string> ChangeAsync(NpgsqlDataSource source, Guid person, Guid account, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await OpenAsync(connection, person, account, everyone: false);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        try
        {
            return $"{await command.ExecuteNonQueryAsync()}";
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task<NpgsqlTransaction> OpenAsync(NpgsqlConnection connection, Guid person, Guid? account, bool everyone)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var open = new NpgsqlCommand(
            $"SELECT set_config('barometre.person', '{person}', true), set_config('barometre.account', '{account}', true), set_config('barometre.scope', '{(everyone ? "everyone" : "")}', true)", connection, transaction);
        await open.ExecuteNonQueryAsync();
        return transaction;
    }

    private static async Task<Guid> WriteAsync(HttpClient client, Given.Person person, string words, object? thing = null, Guid? id = null)
    {
        var note = id ?? Guid.CreateVersion7();
        await (await client.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{note}"), new { words, thing, at = Now.AddMinutes(-10) })).BodyAsync(HttpStatusCode.OK);
        return note;
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, Given.Person person, Guid note, string rest, object body) =>
        client.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{note}/{rest}/{Guid.CreateVersion7()}"), body);

    private static async Task ShowAsync(HttpClient client, Given.Person person, Guid note, bool shown, int minutes) =>
        await (await PutAsync(client, person, note, "showings", new { shown, at = Now.AddMinutes(-minutes) })).BodyAsync(HttpStatusCode.OK);

    private static async Task<IReadOnlyList<string?>> NotesAsync(HttpClient client, Given.Person person) =>
        [.. (await Told.ReadAsync(client, person.ServiceUserId, "notes")).GetProperty("items").EnumerateArray().Select(note => note.GetProperty("words").GetString())];

    private static async Task<IEnumerable<int>> EarlierAsync(HttpClient client, Given.Person person) =>
        (await Told.ReadAsync(client, person.ServiceUserId, "notes?history=true")).GetProperty("items").EnumerateArray().Select(note => note.GetProperty("earlier").GetArrayLength());

    private async Task<(Given.Person Person, HttpClient Own, HttpClient Practitioner)> PairAsync()
    {
        var person = await installation.PersonAsync();
        return (person, person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
    }
}
