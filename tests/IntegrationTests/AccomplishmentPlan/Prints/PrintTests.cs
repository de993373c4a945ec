using System.Net;
using System.Net.Http.Json;
using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Prints;

[Collection(InstallationTests.Name)]
public sealed class PrintTests(Installation installation)
{
    private static readonly string[] Everything = ["plan", "stars", "curves", "map", "strengths"];

    [Fact]
    public async Task Speaking_up()
    {
        var person = await RecordAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();

        var asked = await (await AskAsync(client, person, id, Everything)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(("asked", 0, "fr"), (asked.GetProperty("state").GetString(), asked.GetProperty("progress").GetInt32(), asked.GetProperty("language").GetString()));
        await MakeAsync(person, id);

        var ready = await (await client.GetAsync(new Uri(Path(person, $"{id}"), UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(("ready", 100), (ready.GetProperty("state").GetString(), ready.GetProperty("progress").GetInt32()));
        using var file = await FetchAsync(client, person, id);
        Assert.Equal(("application/pdf", true), (file.Content.Headers.ContentType!.MediaType, file.Headers.CacheControl!.NoStore));
        var said = new PdfText(await file.Content.ReadAsByteArrayAsync()).Said;
        foreach (var words in (string[])["Le plan de Zéphyr l’Inventé", "Finir mon cours de chimie", "Zaza", "Je dessine des loups", "De 20 le ", " à 70 le "])
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        // The practitioner's own view, and what waits for a yes, stay out of what the person takes along.
        Assert.DoesNotContain("91", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Prend sa médication", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ma médication d’abord", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_what_was_ticked_in_the_language_and_type_that_was_asked()
    {
        var person = await RecordAsync();
        var client = person.Account.Client(installation);
        var (ordinary, large) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await (await AskAsync(client, person, ordinary, ["strengths"], "en")).BodyAsync(HttpStatusCode.OK);
        await (await AskAsync(client, person, large, ["plan", "map"], largeType: true)).BodyAsync(HttpStatusCode.OK);
        await MakeAsync(person, ordinary);
        await MakeAsync(person, large);

        var strengths = new PdfText(await (await FetchAsync(client, person, ordinary)).Content.ReadAsByteArrayAsync()).Said;
        Assert.Contains("My strengths", strengths, StringComparison.Ordinal);
        Assert.DoesNotContain("Finir mon cours", strengths, StringComparison.Ordinal);
        Assert.DoesNotContain("Zaza", strengths, StringComparison.Ordinal);
        var plan = new PdfText(await (await FetchAsync(client, person, large)).Content.ReadAsByteArrayAsync()).Said;
        Assert.Contains("Finir mon cours", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Je dessine", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Comment je vois ma vie", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_and_made_twice_there_is_one_and_it_lies_sealed()
    {
        var person = await RecordAsync();
        var client = person.Account.Client(installation);
        var id = Guid.CreateVersion7();

        await (await AskAsync(client, person, id, ["plan"])).BodyAsync(HttpStatusCode.OK);
        await (await AskAsync(client, person, id, ["plan"])).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("fact.id-reused", (await (await AskAsync(client, person, id, ["plan", "map"])).BodyAsync(HttpStatusCode.Conflict)).Code());
        await MakeAsync(person, id);
        await MakeAsync(person, id);

        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.print_file WHERE service_user_id = '{person.ServiceUserId}'"));
        Assert.Equal(0, await installation.CountAsync(
            $"SELECT count(*) FROM accomplishment_plan.print_file WHERE service_user_id = '{person.ServiceUserId}' AND position('%PDF'::bytea in file_sealed) > 0"));
    }

    [Fact]
    public async Task Others_print_what_is_open_to_them_it_is_in_the_register_and_what_counts_is_the_moment_of_fetching()
    {
        var person = await RecordAsync();
        var account = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        var (own, practitioner, id) = (person.Account.Client(installation), account.Client(installation), Guid.CreateVersion7());
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET network = 'none' WHERE service_user_id = '{person.ServiceUserId}'");

        var refused = await (await AskAsync(practitioner, person, Guid.CreateVersion7(), ["plan", "map"])).BodyAsync(HttpStatusCode.BadRequest);
        await (await AskAsync(practitioner, person, id, ["plan", "strengths"])).BodyAsync(HttpStatusCode.OK);
        await MakeAsync(person, id);
        await (await FetchAsync(practitioner, person, id)).Content.ReadAsByteArrayAsync();
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET strengths = 'none' WHERE service_user_id = '{person.ServiceUserId}'");

        Assert.Equal("accomplishment-plan.part-closed", refused.GetProperty("errors")[0].Code());
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(practitioner, person, id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(own, person, id)).StatusCode);
        Assert.Equal(2, await installation.CountAsync(
            $"SELECT count(*) FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{account.AccountId}' AND use_case = 'FetchPrint' AND tab = 'plan'"));
        var handed = (await own.JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/communications")).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("recipientId").ToString() == $"{account.AccountId}");
        Assert.Equal(("print", "accompaniment"), (handed.GetProperty("form").GetString(), handed.GetProperty("purpose").GetString()));
        Assert.Equal(["plan", "strengths"], handed.GetProperty("tabs").EnumerateArray().Select(tab => tab.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_theme_that_a_goal_comes_from_is_named_to_the_person_and_to_others_only_with_the_part_where_it_is()
    {
        var person = await RecordAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await own.GoalAsync(person.ServiceUserId, "Me loger mieux", adopted: true, themes: ["needs.housing"]);
        async Task<string> SaidAsync(HttpClient client, params string[] parts)
        {
            var id = Guid.CreateVersion7();
            await (await AskAsync(client, person, id, parts)).BodyAsync(HttpStatusCode.OK);
            await MakeAsync(person, id);
            return new PdfText(await (await FetchAsync(client, person, id)).Content.ReadAsByteArrayAsync()).Said;
        }

        var all = new[] { await SaidAsync(own, "plan"), await SaidAsync(practitioner, "plan", "stars"), await SaidAsync(practitioner, "plan") };

        Assert.All(all, said => Assert.Contains("Me loger mieux", said, StringComparison.Ordinal));
        Assert.Equal([true, true, false], all.Select(said => said.Contains("Vient de", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Words_of_somebody_else_that_the_person_took_on_are_said_to_be_theirs()
    {
        var person = await RecordAsync();
        var (own, id) = (person.Account.Client(installation), Guid.CreateVersion7());
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var goal = await practitioner.GoalAsync(person.ServiceUserId, "Sortir davantage");
        await (await own.StepAsync(person.ServiceUserId, goal, "adopted")).BodyAsync(HttpStatusCode.OK);

        await (await AskAsync(own, person, id, ["plan"])).BodyAsync(HttpStatusCode.OK);
        await MakeAsync(person, id);

        var said = new PdfText(await (await FetchAsync(own, person, id)).Content.ReadAsByteArrayAsync()).Said;
        Assert.Contains("choisi · mots d’un intervenant, que j’ai acceptés", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("mots d’un intervenant").Length);
    }

    [Fact]
    public async Task Somebody_elses_print_is_nobodys_but_the_persons()
    {
        var person = await RecordAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var id = Guid.CreateVersion7();
        await (await AskAsync(person.Account.Client(installation), person, id, ["plan"])).BodyAsync(HttpStatusCode.OK);
        await MakeAsync(person, id);

        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(practitioner, person, id)).StatusCode);
        Assert.Equal(0, (await (await practitioner.GetAsync(new Uri(Path(person, ""), UriKind.Relative))).BodyAsync(HttpStatusCode.OK)).GetArrayLength());
    }

    [Fact]
    public async Task After_seven_days_it_is_gone_file_and_all()
    {
        var (person, other) = (await RecordAsync(), await RecordAsync());
        var (client, id, young) = (person.Account.Client(installation), Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await AskAsync(client, person, id, ["plan"])).BodyAsync(HttpStatusCode.OK);
        await (await AskAsync(other.Account.Client(installation), other, young, ["plan"])).BodyAsync(HttpStatusCode.OK);
        await MakeAsync(person, id);
        await MakeAsync(other, young);
        await installation.ExecuteAsync($"UPDATE accomplishment_plan.print SET expires_at = now() WHERE id = '{id}'");

        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(client, person, id)).StatusCode);
        await SendAsync(new DeleteExpiredPrintsCommand());

        Assert.Equal(0, await installation.CountAsync($"SELECT (SELECT count(*) FROM accomplishment_plan.print WHERE id = '{id}') + (SELECT count(*) FROM accomplishment_plan.print_file WHERE print_id = '{id}')"));
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.print_file WHERE print_id = '{young}'"));
    }

    [Fact]
    public async Task What_is_not_made_yet_says_so()
    {
        var person = await installation.PersonAsync();
        var id = Guid.CreateVersion7();
        // Without the request that has a job make it.
        await installation.ExecuteAsync($"""
            INSERT INTO accomplishment_plan.print (service_user_id, id, parts, language, large_type, asked_by, asked_at, expires_at, state, progress, left_out)
                VALUES ('{person.ServiceUserId}', '{id}', ARRAY['plan'], 'fr', false, '{person.Account.AccountId}', now(), now() + interval '7 days', 'asked', 0, false)
            """);

        var early = await (await FetchAsync(person.Account.Client(installation), person, id)).BodyAsync(HttpStatusCode.Conflict);

        Assert.Equal("accomplishment-plan.print-not-ready", early.Code());
    }

    [Fact]
    public async Task Two_nodes_that_make_it_at_once_make_one()
    {
        var person = await RecordAsync();
        var id = Guid.CreateVersion7();
        await (await AskAsync(person.Account.Client(installation), person, id, Everything)).BodyAsync(HttpStatusCode.OK);

        await Task.WhenAll(MakeAsync(person, id), MakeAsync(person, id));

        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.print_file WHERE print_id = '{id}'"));
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.print WHERE id = '{id}' AND state = 'ready' AND progress = 100"));
    }

    /// <summary>A record with something in every part, and beside it what must not be printed.</summary>
    private async Task<Given.Person> RecordAsync()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await (await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 20, minutes: 90_000), Rated.Answer("needs.food", 40)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await (await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 70)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await (await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 91)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await installation.StarsAsync(person, "needs.housing");
        await own.NotedAsync(person.ServiceUserId, Mapped.Named(Guid.CreateVersion7(), "Zaza", days: 9));
        await (await own.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Je dessine des loups"))).BodyAsync(HttpStatusCode.OK);
        await (await practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Prend sa médication"))).BodyAsync(HttpStatusCode.OK);
        await own.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        await practitioner.GoalAsync(person.ServiceUserId, "Ma médication d’abord");
        return person;
    }

    private static string Path(Given.Person person, string rest) => $"/api/v1/service-users/{person.ServiceUserId}/plan/prints{(rest.Length == 0 ? "" : "/")}{rest}";

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, Given.Person person, Guid id, string[] parts, string? language = null, bool largeType = false) =>
        client.PutAsJsonAsync(Path(person, $"{id}"), new { parts, language, largeType });

    private static Task<HttpResponseMessage> FetchAsync(HttpClient client, Given.Person person, Guid id) => client.GetAsync(new Uri(Path(person, $"{id}/file"), UriKind.Relative));

    private Task<Unit> MakeAsync(Given.Person person, Guid id) => SendAsync(new MakePrintCommand(person.ServiceUserId, id));

    /// <summary>Does what the job does.</summary>
    private async Task<TResult> SendAsync<TResult>(IRequest<TResult> command)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }
}
