using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccessMatrix;
using Barometre.IntegrationTests.AccomplishmentPlan.Prints;
using Barometre.IntegrationTests.CoProduction;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>
/// Whatever can be read of a record, by every GET of the contract: while blind mode hides a rating of 73, nobody but its voice reads 73, nor what would tell it: its change (23)
/// or its gap (53). A new operation is here by being in the contract.
/// </summary>
[Collection(InstallationTests.Name)]
public sealed partial class BlindModeLeakTests(Installation installation)
{
    private const double Day = 24 * 60;

    // What shows a rating, a change, a gap or a sphere's figures while nothing is hidden: the scan must find it there, or it proves nothing.
    private static readonly string[] Showing =
        ["GetAssessment", "GetChanges", "GetGaps", "GetOverview", "GetPicture", "GetSeries", "GetSpheres", "GetThemeChange", "GetThemeSeries", "ListComments", "ListGaps"];

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.ServiceUser)]
    public async Task A_hidden_rating_shows_nowhere_to_anybody_but_its_voice(Perspective hidden)
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        var (voice, others) = hidden == Perspective.Practitioner ? (people.Practitioner, new[] { people.Own, people.Relative }) : (people.Own, [people.Practitioner, people.Relative]);
        // The same numbers stand in other places of any record (a count, an hour): those are not ours.
        var elsewhere = await people.EachAsync(client => FoundAsync(client, new(StringComparer.Ordinal) { ["serviceUserId"] = $"{people.Id}", ["theme"] = "needs.housing" }));
        Assert.Empty(elsewhere.SelectMany(found => found).Intersect(Showing));
        var known = await PlantAsync(people, voice, others[0]);
        Assert.All(await people.EachAsync(client => FoundAsync(client, known)), found => Assert.Superset(Showing.ToHashSet(), found));

        await people.Own.BlindAsync(people.Id, on: true);

        Assert.Superset(Showing.ToHashSet(), await FoundAsync(voice, known));
        foreach (var other in others)
        {
            Assert.Empty((await FoundAsync(other, known)).Except(elsewhere.SelectMany(found => found)));
        }

        // What was there before is still there, and says what it would say without the hidden rating.
        var picture = await others[0].ReadAsync(people.Id, "picture");
        Assert.Equal((20, 50), hidden == Perspective.Practitioner
            ? (picture.Shown("needs.housing"), picture.Shown("needs.housing", "practitioner"))
            : (picture.Shown("needs.housing", "practitioner"), picture.Shown("needs.housing")));

        // The other voice rates too: it all opens.
        await others[0].RatesAsync(people.Id, Answer("needs.housing", 21));
        Assert.Contains("GetPicture", await FoundAsync(others[0], known));
    }

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.ServiceUser)]
    public async Task What_is_said_of_a_hidden_rating_shows_nowhere_to_anybody_but_its_voice(Perspective hidden)
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        var (voice, other) = hidden == Perspective.Practitioner ? (people.Practitioner, people.Own) : (people.Own, people.Practitioner);
        var rating = Guid.CreateVersion7();
        await voice.RatesAsync(people.Id, Answer("needs.housing", 73, id: rating));
        var (conversation, message) = await voice.SaidAsync(people.Id, Told.Thing("rating", rating), "Une explication inventée.");
        await voice.MarkAsync(people.Id, Told.Thing("rating", rating)).AnswersAsync(HttpStatusCode.OK);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["serviceUserId"] = $"{people.Id}", ["conversationId"] = $"{conversation}" };
        Guid[] telling = [rating, conversation, message];
        Assert.Superset(new HashSet<string>(["ListConversations", "GetConversation", "ListMarks", "GetOverview"]), await NamingAsync(other, known, telling));

        await people.Own.BlindAsync(people.Id, on: true);

        Assert.Empty(await NamingAsync(other, known, telling));
        Assert.Contains("GetConversation", await NamingAsync(voice, known, telling));
        await other.SayAsync(people.Id, Told.Thing("rating", rating), "Une réponse à ce qui est caché.").RefusesAsync(HttpStatusCode.BadRequest, "request.invalid");
        await other.RatesAsync(people.Id, Answer("needs.housing", 21));
        Assert.Contains("ListConversations", await NamingAsync(other, known, telling));
    }

    [Fact]
    public async Task A_print_that_somebody_else_asks_for_holds_what_every_voice_may_see()
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        await PlantAsync(people, people.Own, people.Practitioner);
        Assert.Matches(Planted(), await PrintedAsync(people, people.Practitioner));

        await people.Own.BlindAsync(people.Id, on: true);

        Assert.DoesNotMatch(Planted(), await PrintedAsync(people, people.Practitioner));
        Assert.Matches(Planted(), await PrintedAsync(people, people.Own));
    }

    // Two months ago both rated; now one of them alone.
    private async Task<Dictionary<string, string>> PlantAsync(BlindPeople people, HttpClient voice, HttpClient other)
    {
        var themes = (await voice.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/instruments/quality-of-life", UriKind.Relative))).GetProperty("spheres").EnumerateArray()
            .First(sphere => sphere.GetProperty("code").GetString() == "needs").GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("code").GetString()!).ToList();
        await other.RatesAsync(people.Id, [.. themes.Select(theme => Answer(theme, 20, minutes: 60 * Day))]);
        await voice.RatesAsync(people.Id, [.. themes.Select(theme => Answer(theme, 50, minutes: 60 * Day))]);
        var assessment = await voice.RatesAsync(people.Id, [.. themes.Select(theme => Answer(theme, 73))]);
        await (await voice.PutAsJsonAsync(
            Path(people.Id, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.housing", words = "J’ai mis 73 parce que", at = Now, assessmentId = assessment })).BodyAsync(HttpStatusCode.OK);
        await installation.StarsAsync(people.Person, "needs.housing");
        await installation.SendAsync(new RecomputeChangeCommand(people.Id, null));
        return new(StringComparer.Ordinal) { ["serviceUserId"] = $"{people.Id}", ["assessmentId"] = $"{assessment}", ["theme"] = "needs.housing" };
    }

    /// <summary>The operations in whose answer a planted number stands.</summary>
    private static async Task<HashSet<string>> FoundAsync(HttpClient client, Dictionary<string, string> known)
    {
        HashSet<string> found = [];
        foreach (var operation in (await Operation.AllAsync(client)).Where(one => one.Method == HttpMethod.Get && one.Path.Contains("{serviceUserId}", StringComparison.Ordinal)))
        {
            using var request = operation.Request(known);
            using var response = await client.SendAsync(request);
            Assert.True((int)response.StatusCode < 500, operation.Id);
            if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json"
                && Tells(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement))
            {
                found.Add(operation.Id);
            }
        }

        return found;
    }

    /// <summary>The operations in whose answer one of these ids stands.</summary>
    private static async Task<HashSet<string>> NamingAsync(HttpClient client, Dictionary<string, string> known, params IReadOnlyList<Guid> ids)
    {
        HashSet<string> found = [];
        foreach (var operation in (await Operation.AllAsync(client)).Where(one => one.Method == HttpMethod.Get && one.Path.Contains("{serviceUserId}", StringComparison.Ordinal)))
        {
            using var request = operation.Request(known);
            using var response = await client.SendAsync(request);
            var text = response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
            if (ids.Any(id => text.Contains($"{id}", StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(operation.Id);
            }
        }

        return found;
    }

    private static bool Tells(JsonElement element) => element.ValueKind switch
    {
        // How many things are new in a tab is no rating, and may well be 23.
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.Name != "count" && Tells(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Tells),
        JsonValueKind.Number => Math.Abs(element.GetDouble()) is 73 or 53 or 23,
        JsonValueKind.String => Planted().IsMatch(element.GetString()!),
        _ => false,
    };

    private async Task<string> PrintedAsync(BlindPeople people, HttpClient client)
    {
        var (path, id) = ($"/api/v1/service-users/{people.Id}/plan/prints", Guid.CreateVersion7());
        await (await client.PutAsJsonAsync($"{path}/{id}", new { parts = new[] { "stars", "curves" } })).BodyAsync(HttpStatusCode.OK);
        await installation.SendAsync(new MakePrintCommand(people.Id, id));
        using var file = await client.GetAsync(new Uri($"{path}/{id}/file", UriKind.Relative));
        return new PdfText(await file.Content.ReadAsByteArrayAsync()).Said;
    }

    // In a sentence; not in an id, a time or a longer number.
    [GeneratedRegex(@"(?<![\w:.,+-])(73|53|23)(?![\w:+-]|[.,]\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Planted();
}
