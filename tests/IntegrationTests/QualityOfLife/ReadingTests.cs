using System.Net;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class ReadingTests(Installation installation)
{
    [Fact]
    public async Task Series_come_in_the_order_given_for_a_period_and_thinned_on_request()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        int[] ratings = [50, 51, 52, 0, 53, 54, 100, 55, 56, 57];
        for (var i = 0; i < ratings.Length; i++)
        {
            await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", ratings[i], minutes: 100 - i), Answer("needs.food", 1, minutes: 100 - i)]))
                .BodyAsync(HttpStatusCode.Created);
        }

        var all = await client.ReadAsync(person.ServiceUserId, "series");
        Assert.Equal(ratings, all.Ratings("needs.housing"));
        var thinned = await client.ReadAsync(person.ServiceUserId, "series?maxPoints=4");
        Assert.Equal([50, 0, 100, 57], thinned.Ratings("needs.housing"));
        var period = await client.ReadAsync(person.ServiceUserId, $"themes/needs.housing/series?from={Uri.EscapeDataString(Now.AddMinutes(-98).ToString("O"))}&to={Uri.EscapeDataString(Now.AddMinutes(-96).ToString("O"))}");
        Assert.Equal([52, 0], period.Ratings("needs.housing"));
        Assert.Empty(period.Ratings("needs.food"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri(Path(person.ServiceUserId, "series?maxPoints=3"), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_open_to_them()
    {
        var person = await installation.PersonAsync();
        var closed = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None)).Client(installation);
        var stranger = (await installation.PersonAsync()).Account.Client(installation);

        foreach (var rest in new[] { "picture", "series", "themes/needs.housing/series", "assessments", "stars", "stars/history", "comments" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await closed.GetAsync(new Uri(Path(person.ServiceUserId, rest), UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(Path(person.ServiceUserId, rest), UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await installation.Client().GetAsync(new Uri(Path(person.ServiceUserId, rest), UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Other_modules_read_the_latest_ratings_and_the_stars()
    {
        var person = await installation.PersonAsync();
        await (await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 40), Answer("needs.food", null, kind: "rather_not_say")]))
            .BodyAsync(HttpStatusCode.Created);
        await using var scope = installation.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
        var reader = scope.ServiceProvider.GetRequiredService<IQualityOfLifeReader>();

        var latest = await reader.LatestRatingsAsync(person.ServiceUserId, RatingsFor.Caller, CancellationToken.None);

        Assert.Equal(("needs.housing", 40), (Assert.Single(latest).Theme, latest[0].Rating));
        Assert.Empty(await reader.StarsAsync(person.ServiceUserId, CancellationToken.None));
    }
}
