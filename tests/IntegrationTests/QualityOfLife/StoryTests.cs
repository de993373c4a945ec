using System.Net;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>The stories of the product that concern quality of life.</summary>
[Collection(InstallationTests.Name)]
public sealed class StoryTests(Installation installation)
{
    [Fact]
    public async Task A_bit_at_a_time()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var assessment = Guid.CreateVersion7();
        string[] onTheBus = ["needs.housing", "needs.food", "needs.income", "health.energy", "health.activity", "health.mental"];
        string[] atHome = ["needs.budget", "health.body", "needs.housing", "life_project.citizenship"];
        var known = (await client.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("/api/v1/instruments/quality-of-life", UriKind.Relative)))
            .GetProperty("spheres").EnumerateArray().SelectMany(sphere => sphere.GetProperty("themes").EnumerateArray()).Select(theme => theme.GetProperty("code").GetString()!).ToHashSet();
        atHome = [.. atHome.Where(known.Contains)];

        // At home the network is back: what is answered there leaves first, the bus's queue after it, and part of it twice.
        await (await client.OpenAsync(person.ServiceUserId, assessment, [.. atHome.Select(theme => Answer(theme, 80, minutes: 5))])).BodyAsync(HttpStatusCode.Created);
        object[] queue = [.. onTheBus.Select(theme => Answer(theme, 30, minutes: 50))];
        await (await client.AnswerAsync(person.ServiceUserId, assessment, queue[..4])).BodyAsync(HttpStatusCode.OK);
        await (await client.AnswerAsync(person.ServiceUserId, assessment, queue)).BodyAsync(HttpStatusCode.OK);

        var detail = await client.ReadAsync(person.ServiceUserId, $"assessments/{assessment}");
        Assert.Equal("open", detail.GetProperty("state").GetString());
        Assert.Equal(onTheBus.Union(atHome).Count(), detail.GetProperty("answers").GetArrayLength());
        var picture = await client.ReadAsync(person.ServiceUserId, "picture");
        Assert.Equal((80, 30), (picture.Shown("needs.housing"), picture.Shown("needs.food")));
        Assert.Null(picture.Shown("health.sleep"));
    }

    [Fact]
    public async Task All_at_100_percent()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        await (await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 100), Answer("needs.food", 100)], complete: true)).BodyAsync(HttpStatusCode.Created);

        await (await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 40, minutes: 9)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await (await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 85, minutes: 1)], complete: true)).BodyAsync(HttpStatusCode.Created);

        foreach (var reader in new[] { own, practitioner })
        {
            var picture = await reader.ReadAsync(person.ServiceUserId, "picture");
            Assert.Equal((100, 85), (picture.Shown("needs.housing"), picture.Shown("needs.housing", "practitioner")));
            Assert.Null(picture.Shown("needs.food", "practitioner"));
            var series = await reader.ReadAsync(person.ServiceUserId, "series");
            Assert.Equal([100], series.Ratings("needs.housing"));
            Assert.Equal([40, 85], series.Ratings("needs.housing", "practitioner"));
        }
    }

    [Fact]
    public async Task Alone_first()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var assessment = Guid.CreateVersion7();
        await (await own.OpenAsync(person.ServiceUserId, assessment, [Answer("needs.housing", 20)])).BodyAsync(HttpStatusCode.Created);
        await (await own.PutAsJsonAsync(
            Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"),
            new { theme = "needs.housing", words = "Trop de bruit la nuit", at = Now.AddMinutes(-9), assessmentId = assessment })).BodyAsync(HttpStatusCode.OK);

        var read = await practitioner.ReadAsync(person.ServiceUserId, "comments?theme=needs.housing");
        Assert.Equal("Trop de bruit la nuit", Assert.Single(read.GetProperty("items").EnumerateArray()).GetProperty("words").GetString());
        await (await practitioner.PutAsJsonAsync(
            Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"),
            new { theme = "needs.housing", words = "Vous avez mis ceci ici : qu’est-ce que ça veut dire pour vous ?", at = Now })).BodyAsync(HttpStatusCode.OK);

        var both = (await own.ReadAsync(person.ServiceUserId, "comments?theme=needs.housing")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["practitioner", "service_user"], both.Select(comment => comment.GetProperty("perspective").GetString()));
    }
}
