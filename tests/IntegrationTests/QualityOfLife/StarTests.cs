using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class StarTests(Installation installation)
{
    [Fact]
    public async Task Stars_are_chosen_whole_reordered_and_their_history_kept()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        var first = await (await ChooseAsync(client, person, 0, ["needs.housing", "health.energy"])).BodyAsync(HttpStatusCode.OK);
        var version = first.GetProperty("version").GetInt32();
        await (await ChooseAsync(client, person, version, ["health.energy", "needs.housing", "needs.food"])).BodyAsync(HttpStatusCode.OK);

        var now = await client.ReadAsync(person.ServiceUserId, "stars");
        Assert.Equal(["health.energy", "needs.housing", "needs.food"], now.GetProperty("stars").EnumerateArray().Select(star => star.GetProperty("theme").GetString()));
        Assert.Equal(first.GetProperty("stars")[0].GetProperty("since").GetString(), now.GetProperty("stars")[1].GetProperty("since").GetString());
        Assert.Equal(5, (await client.ReadAsync(person.ServiceUserId, "stars/history")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_fourth_star_is_refused_and_so_is_a_version_not_read()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        var fourth = await (await ChooseAsync(client, person, 0, ["needs.housing", "health.energy", "needs.food", "needs.income"])).BodyAsync(HttpStatusCode.Conflict);
        await (await ChooseAsync(client, person, null, ["needs.housing"])).BodyAsync(HttpStatusCode.PreconditionRequired);
        await (await ChooseAsync(client, person, 0, ["needs.housing"])).BodyAsync(HttpStatusCode.OK);
        await (await ChooseAsync(client, person, 0, ["needs.food"])).BodyAsync(HttpStatusCode.PreconditionFailed);

        Assert.Equal("quality-of-life.too-many-stars", fourth.Code());
    }

    [Fact]
    public async Task Two_devices_at_once_never_make_a_fourth()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        string[][] wishes = [["needs.housing", "needs.food", "needs.income"], ["health.energy", "health.activity"], ["health.mental"], ["needs.budget", "needs.food"]];

        var answers = await Task.WhenAll(wishes.Select(themes => ChooseAsync(client, person, 0, themes)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict }));
    }

    [Fact]
    public async Task Others_choose_only_together_with_the_person_and_it_is_noted_who_was_there()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);

        var alone = await (await ChooseAsync(practitioner.Client(installation), person, 0, ["needs.housing"])).BodyAsync(HttpStatusCode.Forbidden);
        var joint = await (await ChooseAsync(practitioner.Client(installation), person, 0, ["needs.housing"], "joint")).BodyAsync(HttpStatusCode.OK);

        Assert.Equal("quality-of-life.stars-are-the-persons", alone.Code());
        var star = joint.GetProperty("stars")[0];
        Assert.Equal(("joint", practitioner.AccountId, member), (star.GetProperty("setting").GetString(), star.GetProperty("chosenBy").GetGuid(), star.GetProperty("presentMemberId").GetGuid()));
    }

    [Fact]
    public async Task Whoever_was_there_is_of_the_circle_today()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.None, null);
        var elsewhere = await installation.JoinAsync(await installation.PersonAsync(), await installation.AccountAsync(), Role.Relative, AccessLevel.Contribute, null);
        var left = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.Contribute, null);
        var own = person.Account.Client(installation);
        await (await own.DeleteAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/circle/{left}", UriKind.Relative))).BodyAsync(HttpStatusCode.NoContent);

        foreach (var nobody in new[] { elsewhere, left, Guid.CreateVersion7() })
        {
            var refused = await (await ChooseAsync(own, person, 0, ["needs.housing"], "joint", nobody)).BodyAsync(HttpStatusCode.BadRequest);
            var fault = refused.GetProperty("errors")[0];
            Assert.Equal(("/presentMemberId", "participation.not-in-the-circle"), (fault.GetProperty("pointer").GetString(), fault.GetProperty("code").GetString()));
        }

        var chosen = await (await ChooseAsync(own, person, 0, ["needs.housing"], "joint", relative)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(relative, chosen.GetProperty("stars")[0].GetProperty("presentMemberId").GetGuid());
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient client, Given.Person person, int? version, string[] themes, string setting = "alone", Guid? presentMemberId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path(person.ServiceUserId, "stars")) { Content = JsonContent.Create(new { themes, setting, presentMemberId }) };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await client.SendAsync(request);
    }
}
