using System.Net;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class CommentTests(Installation installation)
{
    [Fact]
    public async Task Words_lie_sealed_in_the_database_and_are_written_once()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();

        await (await WriteAsync(client, person, id, "Secretum")).BodyAsync(HttpStatusCode.OK);
        await (await WriteAsync(client, person, id, "Secretum")).BodyAsync(HttpStatusCode.OK);
        var other = await (await WriteAsync(client, person, id, "Aliud")).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal("quality-of-life.comment-id-reused", other.Code());
        await using var command = installation.Owner.CreateCommand(
            $"SELECT count(*), sum(position('Secretum'::bytea in words_sealed)) FROM quality_of_life.comment WHERE service_user_id = '{person.ServiceUserId}'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((1L, 0L), (reader.GetInt64(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task An_edit_is_a_new_fact_by_its_author_only_and_the_old_words_stay_readable()
    {
        var person = await installation.PersonAsync();
        var (client, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await WriteAsync(client, person, first, "Avant", minutes: 5)).BodyAsync(HttpStatusCode.OK);

        var foreign = await (await WriteAsync(practitioner, person, Guid.CreateVersion7(), "Non", replaces: first)).BodyAsync(HttpStatusCode.Conflict);
        await (await WriteAsync(client, person, second, "Après", minutes: 1, replaces: first)).BodyAsync(HttpStatusCode.OK);
        var twice = await (await WriteAsync(client, person, Guid.CreateVersion7(), "Encore", replaces: first)).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal(("quality-of-life.not-your-comment", "quality-of-life.comment-already-replaced"), (foreign.Code(), twice.Code()));
        Assert.Equal(["Après"], Words(await practitioner.ReadAsync(person.ServiceUserId, "comments")));
        Assert.Equal(["Après", "Avant"], Words(await practitioner.ReadAsync(person.ServiceUserId, "comments?history=true")));
    }

    [Fact]
    public async Task The_person_keeps_one_themes_comments_to_themself_at_once_and_opens_them_again()
    {
        var person = await installation.PersonAsync();
        var (client, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await (await WriteAsync(client, person, Guid.CreateVersion7(), "Logement")).BodyAsync(HttpStatusCode.OK);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), "Repas", theme: "needs.food")).BodyAsync(HttpStatusCode.OK);

        await (await CloseAsync(practitioner, person, closed: true)).BodyAsync(HttpStatusCode.Forbidden);
        await (await CloseAsync(client, person, closed: true)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(["Repas"], Words(await practitioner.ReadAsync(person.ServiceUserId, "comments")));
        Assert.Equal(2, Words(await client.ReadAsync(person.ServiceUserId, "comments")).Length);
        Assert.Equal("quality-of-life.comments-closed", (await (await WriteAsync(practitioner, person, Guid.CreateVersion7(), "?")).BodyAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("needs.housing", Assert.Single((await client.ReadAsync(person.ServiceUserId, "closed-comments")).EnumerateArray()).GetString());

        await (await CloseAsync(client, person, closed: false)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(2, Words(await practitioner.ReadAsync(person.ServiceUserId, "comments")).Length);
    }

    [Fact]
    public async Task Too_many_words_and_unknown_themes_are_refused()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        await (await WriteAsync(client, person, Guid.CreateVersion7(), new string('é', 4000))).BodyAsync(HttpStatusCode.OK);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), new string('é', 4001))).BodyAsync(HttpStatusCode.BadRequest);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), string.Concat(Enumerable.Repeat("🌻", 4000)))).BodyAsync(HttpStatusCode.OK);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), string.Concat(Enumerable.Repeat("🌻", 4001)))).BodyAsync(HttpStatusCode.BadRequest);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), "\u200B\u2060")).BodyAsync(HttpStatusCode.BadRequest);
        await (await WriteAsync(client, person, Guid.CreateVersion7(), "?", theme: "needs.castle")).BodyAsync(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> WriteAsync(
        HttpClient client, Given.Person person, Guid id, string words, string theme = "needs.housing", double minutes = 3, Guid? replaces = null) =>
        client.PutAsJsonAsync(Path(person.ServiceUserId, $"comments/{id}"), new { theme, words, at = Now.AddMinutes(-minutes), replaces });

    private static Task<HttpResponseMessage> CloseAsync(HttpClient client, Given.Person person, bool closed) =>
        client.PutAsJsonAsync(Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed });

    private static string[] Words(System.Text.Json.JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(comment => comment.GetProperty("words").GetString()!)];
}
