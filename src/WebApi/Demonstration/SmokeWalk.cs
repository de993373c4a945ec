using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Barometre.WebApi.Demonstration;

/// <summary>Walks through what people do, over HTTP, as an invented person of the demonstration and her practitioner; each step is said once it has come out right.</summary>
internal sealed class SmokeWalk(Uri address, TextWriter output)
{
    private const string Theme = "health.sleep";
    private static readonly string[] Themes = [Theme, "needs.housing", "social_life.friends"];
    private static readonly string[] Levels = ["network", "strengths", "plan", "coproduction"];

    // Indicators are computed within two seconds on an idle machine; a machine that builds something else is not idle.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly DemonstrationContent _content = DemonstrationContent.Read();
    private readonly Guid _assessment = Guid.CreateVersion7();
    private string _record = "";
    private string _place = "";
    private long _answered;

    private string QualityOfLife => $"{_record}/quality-of-life";

    public async Task RunAsync()
    {
        using var person = new SmokeClient(address);
        using var practitioner = new SmokeClient(address);
        var who = _content.Walker;
        await person.SignInAsync(who.Account!, DemonstrationContent.Password);
        Say($"{who.CalledName} signs in as {who.Account}, without a second factor: it is the demonstration");
        await OpenToPractitionerAsync(person, who);
        var rating = await RateAsync(person);
        await WaitForChangeAsync(person, rating);
        await LookAsync(practitioner, who, rating);
        await TakeBackAsync(person, practitioner);
        await SignOutAsync(person);
    }

    private async Task OpenToPractitionerAsync(SmokeClient person, ContentPerson who)
    {
        var standing = await person.GetAsync("api/v1/account/standing");
        _record = $"api/v1/service-users/{standing["serviceUserId"]}";
        var opener = _content.Staff.First(staff => staff.Key == who.Opener);
        var place = (await person.GetAsync($"{_record}/circle")).AsArray().FirstOrDefault(one => one!["displayName"]?.GetValue<string>() == opener.Name)
            ?? throw new SmokeFailed($"{opener.Name} is not in the circle of {who.CalledName}.");
        _place = $"{_record}/circle/{place["memberId"]}";
        await ShareAsync(person, "read");
        Say($"She opens her quality of life to {opener.Name}, to read");
    }

    private async Task<int> RateAsync(SmokeClient person)
    {
        var instrument = await person.GetAsync("api/v1/instruments/quality-of-life");
        var themes = instrument["spheres"]!.AsArray().Sum(sphere => sphere!["themes"]!.AsArray().Count);
        Say($"The instrument has {themes} themes and says that it is {instrument["status"]}");

        var path = $"{QualityOfLife}/assessments/{_assessment}";
        await person.SendAsync(HttpMethod.Put, path, new { setting = "alone", at = Now() });
        // Another rating than the last one, whenever the walk is made.
        var rating = (await LatestAsync(person) + 1 + (Environment.TickCount & 31)) % 101;
        object answers = new { answers = Themes.Select(theme => new { id = Guid.CreateVersion7(), theme, kind = "rating", rating, at = Now() }).ToArray() };
        var key = Guid.CreateVersion7().ToString();
        var receipt = await person.SendAsync(HttpMethod.Post, $"{path}/answers", answers, key: key);
        _answered = Stopwatch.GetTimestamp();
        var again = await person.SendAsync(HttpMethod.Post, $"{path}/answers", answers, key: key);
        Require(JsonNode.DeepEquals(receipt, again), "The same answers sent again had another effect.");
        Say($"She rates {Themes.Length} themes {rating}, and a lost answer sent again changes nothing");

        await person.SendAsync(HttpMethod.Put, $"{QualityOfLife}/comments/{Guid.CreateVersion7()}", new { theme = Theme, words = "Une nuit tranquille.", at = Now() });
        var stars = await person.GetAsync($"{QualityOfLife}/stars");
        await person.SendAsync(HttpMethod.Put, $"{QualityOfLife}/stars", new { themes = new[] { Theme } }, stars["version"]!.GetValue<int>());
        await person.SendAsync(HttpMethod.Post, $"{path}/completion", new { at = Now() });
        Say("She writes a comment, chooses a star and completes the assessment");
        return rating;
    }

    private async Task WaitForChangeAsync(SmokeClient person, int rating)
    {
        while (await LatestAsync(person) != rating)
        {
            Require(Stopwatch.GetElapsedTime(_answered) < LongestWait, $"After {LongestWait.TotalSeconds:0} s the computed change does not hold the new rating.");
            await Task.Delay(100);
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"The computed change holds the new rating, at most {Stopwatch.GetElapsedTime(_answered).TotalSeconds:0.0} s after it was given"));
    }

    private async Task LookAsync(SmokeClient practitioner, ContentPerson who, int rating)
    {
        var opener = _content.Staff.First(staff => staff.Key == who.Opener);
        await practitioner.SignInAsync(opener.Account, DemonstrationContent.Password);
        var picture = await practitioner.GetAsync($"{QualityOfLife}/picture");
        var voice = picture["themes"]!.AsArray().First(theme => theme!["theme"]!.GetValue<string>() == Theme)!["voices"]!.AsArray()
            .First(one => one!["perspective"]!.GetValue<string>() == "service_user")!;
        Require(voice["rating"]!.GetValue<int>() == rating, "The practitioner does not see the rating.");
        Say($"{opener.Name} signs in and sees it in the picture");
    }

    private async Task TakeBackAsync(SmokeClient person, SmokeClient practitioner)
    {
        var line = (await person.GetAsync($"{_record}/register?limit=1"))["items"]!.AsArray()[0]!;
        Require(line["useCase"]!.GetValue<string>() == "GetPicture", "The register does not show who looked.");
        Say($"Her register says: {line["who"]} {line["what"]!["en"]}, {line["why"]!["en"]}");

        await ShareAsync(person, "none");
        await practitioner.RefusedAsync($"{QualityOfLife}/picture", HttpStatusCode.Forbidden);
        Say("She takes the share back, and the next look is refused");
    }

    private async Task SignOutAsync(SmokeClient person)
    {
        await person.SendAsync(HttpMethod.Delete, "api/v1/sessions/current");
        await person.RefusedAsync("api/v1/account/standing", HttpStatusCode.Unauthorized);
        Say("She signs out, and the old token opens nothing");
    }

    private async Task ShareAsync(SmokeClient person, string level)
    {
        var places = (await person.GetAsync($"{_record}/circle")).AsArray();
        var version = places.First(place => _place.EndsWith(place!["memberId"]!.GetValue<string>(), StringComparison.Ordinal))!["version"]!.GetValue<int>();
        var sharing = new JsonObject { ["qualityOfLife"] = level };
        foreach (var other in Levels)
        {
            sharing[other] = "none";
        }

        await person.SendAsync(HttpMethod.Put, $"{_place}/sharing", sharing, version);
    }

    /// <summary>The latest rating that the computed change knows of; 0 before there is any.</summary>
    private async Task<int> LatestAsync(SmokeClient person)
    {
        var changes = await person.GetAsync($"{QualityOfLife}/changes");
        var change = changes["themes"]!.AsArray().FirstOrDefault(theme => theme!["theme"]!.GetValue<string>() == Theme);
        var voice = change?["voices"]!.AsArray().FirstOrDefault(one => one!["perspective"]!.GetValue<string>() == "service_user");
        return voice?["latest"]!["value"]!.GetValue<int>() ?? 0;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SmokeFailed(otherwise);
        }
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private void Say(string step) => output.WriteLine($"✓ {step}");
}
