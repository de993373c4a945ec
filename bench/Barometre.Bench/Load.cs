using System.Diagnostics;

namespace Barometre.Bench;

/// <summary>Sends requests from several workers for a fixed time and tells how many a second were answered well.</summary>
internal static class Load
{
    private const int Workers = 4;

    /// <exception cref="InvalidOperationException">A request was not answered with success: its time would mean nothing.</exception>
    public static async Task<double> RequestsPerSecondAsync(HttpClient client, Func<HttpRequestMessage> request, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var answered = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                using var message = request();
                using var response = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead);
                if (!response.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{message.Method} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
                }

                Interlocked.Increment(ref answered);
            }
        }));
        return answered / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
