using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace Barometre.Bench;

/// <summary>Somebody who uses the program: one request after the other, each when its turn has come.</summary>
/// <param name="Client">Signed in as them.</param>
/// <param name="Requests">What they do, without end; each is made once the one before was answered.</param>
internal sealed record DayUser(HttpClient Client, IEnumerator<DayRequest> Requests);

/// <summary>One request, and who wants its answer.</summary>
/// <param name="Kind">What it is, for the report.</param>
/// <param name="Make">Makes the request.</param>
/// <param name="Answered">Takes the answer, when something of it is needed next.</param>
internal sealed record DayRequest(string Kind, Func<HttpRequestMessage> Make, Action<JsonElement>? Answered = null);

/// <summary>Sends a fixed number of requests a second, whatever the answers take: a request that had to wait for its turn has waited, and its time counts from when it was due.</summary>
internal static class DayLoad
{
    /// <param name="crowds">Each takes its turns; in each, whoever has waited longest.</param>
    public static async Task<DayReport> RunAsync(IReadOnlyList<IReadOnlyList<DayUser>> crowds, int perSecond, TimeSpan time)
    {
        var idle = crowds.Select(_ => Channel.CreateUnbounded<DayUser>()).ToList();
        for (var crowd = 0; crowd < crowds.Count; crowd++)
        {
            foreach (var user in crowds[crowd])
            {
                await idle[crowd].Writer.WriteAsync(user);
            }
        }

        ConcurrentBag<(string Kind, double Milliseconds)> answered = [];
        ConcurrentBag<string> failed = [];
        var started = Stopwatch.GetTimestamp();
        var under = new List<Task>();
        var wanted = (int)(perSecond * time.TotalSeconds);
        for (var i = 0; i < wanted; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            var wait = due - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            var crowd = idle[i % idle.Count];
            var user = await crowd.Reader.ReadAsync();
            under.Add(Task.Run(async () =>
            {
                await OneAsync(user, () => (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds, answered, failed);
                await crowd.Writer.WriteAsync(user);
            }));
        }

        await Task.WhenAll(under);
        return new DayReport([.. answered], [.. failed], Stopwatch.GetElapsedTime(started));
    }

    private static async Task OneAsync(DayUser user, Func<double> since, ConcurrentBag<(string, double)> answered, ConcurrentBag<string> failed)
    {
        user.Requests.MoveNext();
        var asked = user.Requests.Current;
        using var request = asked.Make();
        try
        {
            using var response = await user.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            answered.Add((asked.Kind, since()));
            if (!response.IsSuccessStatusCode)
            {
                failed.Add($"{asked.Kind}: {(int)response.StatusCode} {text}");
            }
            else if (asked.Answered is { } take)
            {
                using var document = JsonDocument.Parse(text);
                take(document.RootElement.Clone());
            }
        }
        catch (HttpRequestException failure)
        {
            failed.Add($"{asked.Kind}: {failure.Message}");
        }
    }
}

/// <summary>What came of a load.</summary>
internal sealed record DayReport(IReadOnlyList<(string Kind, double Milliseconds)> Answered, IReadOnlyList<string> Failed, TimeSpan Time)
{
    /// <summary>The time, in milliseconds, within which that share of the requests was answered.</summary>
    public double Within(double share) => Within(share, Answered.Select(one => one.Milliseconds));

    public void Print()
    {
        foreach (var kind in Answered.GroupBy(one => one.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var times = kind.Select(one => one.Milliseconds).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {kind.Key}: {times.Count:n0} requests, median {Within(0.5, times):n1} ms, p95 {Within(0.95, times):n1} ms, p99 {Within(0.99, times):n1} ms, longest {times.Max():n0} ms"));
        }

        foreach (var failure in Failed.Take(5))
        {
            Console.WriteLine($"  failed: {failure}");
        }
    }

    private static double Within(double share, IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
