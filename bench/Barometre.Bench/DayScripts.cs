using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Barometre.Bench;

/// <summary>What the people of <see cref="DayBench"/> do, request after request, without end.</summary>
internal static class DayScripts
{
    private static readonly string[] Themes = ["needs.housing", "needs.food", "health.sleep", "health.mental", "social_life.friends"];

    /// <summary>A practitioner's day: the list, and for each person the overview, the gaps, three conversations answered, five themes rated.</summary>
    public static IEnumerator<DayRequest> Practitioner(IReadOnlyList<Guid> people)
    {
        for (var day = 0; ; day++)
        {
            yield return Get("the list of people", "/api/v1/service-users?limit=50");
            foreach (var person in people)
            {
                var record = $"/api/v1/service-users/{person}";
                yield return Get("an overview", $"{record}/overview");
                yield return Get("the gaps", $"{record}/coproduction/gaps");
                yield return Get("the conversations", $"{record}/coproduction/conversations");
                for (var thread = 0; thread < 3; thread++)
                {
                    var theme = Themes[thread];
                    yield return Put("an answer in a conversation", () => (
                        $"{record}/coproduction/messages/{Guid.CreateVersion7()}", new { thing = new { kind = "theme", theme }, words = $"Une réponse inventée du jour {day}", at = Now() }));
                }

                yield return Put("five themes rated by the practitioner", () => ($"{record}/quality-of-life/assessments/{Guid.CreateVersion7()}", Assessment(Themes, day)));
            }
        }
    }

    /// <summary>A person's evening: the open assessment resumed, twelve themes, two comments, a star, a yes to what was proposed.</summary>
    /// <param name="themes">The instrument's.</param>
    /// <param name="proposed">Strengths that were proposed to them before and wait for their answer.</param>
    public static IEnumerator<DayRequest> Person(Guid person, IReadOnlyList<string> themes, Queue<Guid> proposed)
    {
        var record = $"/api/v1/service-users/{person}";
        for (var evening = 0; ; evening++)
        {
            var assessment = Guid.CreateVersion7();
            yield return Put("an assessment opened", () => ($"{record}/quality-of-life/assessments/{assessment}", new { setting = "alone", at = Now() }));
            yield return Get("an assessment resumed", $"{record}/quality-of-life/assessments/{assessment}");
            for (var i = 0; i < 12; i++)
            {
                var (theme, rating) = (themes[((evening * 12) + i) % themes.Count], ((evening * 31) + (i * 17)) % 101);
                yield return Send(HttpMethod.Post, "a theme rated", () => (
                    $"{record}/quality-of-life/assessments/{assessment}/answers", new { answers = new[] { new { id = Guid.CreateVersion7(), theme, kind = "rating", rating, at = Now() } } }));
            }

            for (var i = 0; i < 2; i++)
            {
                var theme = themes[(evening + i) % themes.Count];
                yield return Put("a comment", () => ($"{record}/quality-of-life/comments/{Guid.CreateVersion7()}", new { theme, words = "Une pensée inventée du soir.", at = Now() }));
            }

            var version = 0;
            yield return Get("the stars", $"{record}/quality-of-life/stars") with { Answered = answer => version = answer.GetProperty("version").GetInt32() };
            var star = themes[evening % themes.Count];
            yield return Put("a star", () => ($"{record}/quality-of-life/stars", new { themes = new[] { star }, setting = "alone" }), () => version);
            if (proposed.TryDequeue(out var strength))
            {
                yield return Put("a yes", () => ($"{record}/strengths/items/{strength}/answers/{Guid.CreateVersion7()}", new { yes = true, at = Now() }));
            }
        }
    }

    /// <summary>A completed assessment of these themes.</summary>
    public static object Assessment(IReadOnlyList<string> themes, int turn) => new
    {
        setting = "alone",
        at = Now(),
        complete = true,
        answers = themes.Select((theme, i) => new { id = Guid.CreateVersion7(), theme, kind = "rating", rating = ((turn * 13) + (i * 29)) % 101, at = Now() }),
    };

    private static DayRequest Get(string kind, string path) => new(kind, () => new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    private static DayRequest Put(string kind, Func<(string Path, object Body)> make, Func<int>? version = null) => Send(HttpMethod.Put, kind, make, version);

    private static DayRequest Send(HttpMethod method, string kind, Func<(string Path, object Body)> make, Func<int>? version = null) => new(kind, () =>
    {
        var (path, body) = make();
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version()}\""));
        }

        return request;
    });

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
