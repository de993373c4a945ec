using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.QualityOfLife;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class InstrumentTests(Installation installation)
{
    private static readonly object Words = new { fr = "Mots", en = "Words" };

    [Fact]
    public async Task Anybody_reads_the_instrument_in_both_languages_and_that_it_is_provisional()
    {
        var client = installation.Client();

        var newest = await (await client.GetAsync(new Uri("/api/v1/instruments/quality-of-life", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        var version = await (await client.GetAsync(new Uri("/api/v1/instruments/quality-of-life/1.0.0", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        await (await client.GetAsync(new Uri("/api/v1/instruments/quality-of-life/9.9.9", UriKind.Relative))).BodyAsync(HttpStatusCode.NotFound);

        Assert.Equal(newest.ToString(), version.ToString());
        Assert.Equal("provisional", newest.GetProperty("status").GetString());
        Assert.Contains("Provisional", newest.GetProperty("notice").GetProperty("en").GetString());
        Assert.Equal(55, Codes(newest).Count);
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        var content = (InstrumentContent)installation.App.Services.GetServices<IPublishedContent>().Single(one => one is InstrumentContent);
        await using var connection = await installation.Owner.OpenConnectionAsync();
        await content.PublishAsync(connection, CancellationToken.None);
        const string Changed = """{"instrument":"barometre-qol","version":"1.0.0","status":"provisional","notice":{"fr":"a","en":"b"},"scale":{"min":0,"max":100,"step":1},"spheres":[]}""";

        await Assert.ThrowsAsync<InvalidOperationException>(() => content.PublishAsync(connection, Changed, CancellationToken.None));
    }

    [Fact]
    public async Task A_project_hides_and_adds_and_what_was_answered_keeps_its_history()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        var assessment = Guid.CreateVersion7();
        await (await client.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 40)], project: person.ProjectId)).BodyAsync(HttpStatusCode.Created);

        var own = new { code = "project.garden", sphere = "needs", name = Words, prompt = Words, low = Words, high = Words };
        var set = await (await SetAsync(coordinator, person.ProjectId, 0, ["needs.housing"], [own])).BodyAsync(HttpStatusCode.OK);
        await (await SetAsync(coordinator, person.ProjectId, 0, [], [])).BodyAsync(HttpStatusCode.PreconditionFailed);

        Assert.DoesNotContain("needs.housing", Codes(set.GetProperty("instrument")));
        Assert.Contains("project.garden", Codes(set.GetProperty("instrument")));
        await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("project.garden", 70))).BodyAsync(HttpStatusCode.OK);
        var late = await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", 50, minutes: 5))).BodyAsync(HttpStatusCode.OK);
        var hidden = await (await client.AnswerAsync(person.ServiceUserId, assessment, Answer("needs.housing", 60, minutes: -60))).BodyAsync(HttpStatusCode.BadRequest);
        Assert.Equal("quality-of-life.hidden-theme", hidden.GetProperty("errors")[0].Code());
        Assert.Equal("open", late.GetProperty("state").GetString());
        var series = await client.ReadAsync(person.ServiceUserId, "series");
        Assert.Equal([50], series.Ratings("needs.housing"));
    }

    [Fact]
    public async Task Only_a_projects_coordinator_or_an_administrator_sets_its_themes()
    {
        var project = await installation.ProjectAsync();
        var elsewhere = await installation.ProjectAsync();

        await (await SetAsync((await installation.RoleAsync(Role.Practitioner, project)).Client(installation), project, 0, [], [])).BodyAsync(HttpStatusCode.Forbidden);
        await (await SetAsync((await installation.RoleAsync(Role.Coordinator, elsewhere)).Client(installation), project, 0, [], [])).BodyAsync(HttpStatusCode.NotFound);
        await (await SetAsync((await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation), project, 0, [], [])).BodyAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bad_codes_spheres_and_themes_are_pointed_at()
    {
        var project = await installation.ProjectAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);

        var code = await (await SetAsync(coordinator, project, 0, [], [new { code = "needs.garden", sphere = "needs", name = Words, prompt = Words, low = Words, high = Words }])).BodyAsync(HttpStatusCode.BadRequest);
        var rest = await (await SetAsync(coordinator, project, 0, ["needs.castle"], [new { code = "project.garden", sphere = "moon", name = Words, prompt = Words, low = Words, high = Words }]))
            .BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal(["/own/0/code"], Pointers(code));
        Assert.Equal(["/hidden/0", "/own/0/sphere"], Pointers(rest));
    }

    [Fact]
    public async Task An_assessment_cannot_name_a_project_that_is_not_the_persons()
    {
        var person = await installation.PersonAsync();

        var refused = await (await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [], project: await installation.ProjectAsync()))
            .BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal("quality-of-life.not-their-project", refused.GetProperty("errors")[0].Code());
    }

    private static string[] Pointers(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateArray().Select(field => field.GetProperty("pointer").GetString()!)];

    private static List<string> Codes(JsonElement instrument) =>
        [.. instrument.GetProperty("spheres").EnumerateArray().SelectMany(sphere => sphere.GetProperty("themes").EnumerateArray()).Select(theme => theme.GetProperty("code").GetString()!)];

    private static async Task<HttpResponseMessage> SetAsync(HttpClient client, Guid project, int version, string[] hidden, object[] own)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/projects/{project}/quality-of-life/themes", UriKind.Relative)) { Content = JsonContent.Create(new { hidden, own }) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await client.SendAsync(request);
    }
}
