using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometre.Bench;

/// <summary>Asks one address again and again from outside the measuring process, so that the asking weighs little.</summary>
internal static partial class Wrk
{
    private const string Seconds = "4";

    /// <summary>Requests answered in a second, over four connections.</summary>
    /// <exception cref="InvalidOperationException">An answer was not a success: its time would mean nothing.</exception>
    public static Task<double> RateAsync(Uri address, string bearer) => RateAsync(address, [address.PathAndQuery], bearer);

    /// <summary>The same, one path after the other: what two requests for one thing wait for each other is not measured.</summary>
    public static async Task<double> RateAsync(Uri address, IReadOnlyList<string> paths, string bearer)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $$"""
            local paths, next = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }, 0
            request = function()
              next = next % #paths + 1
              return wrk.format("GET", paths[next])
            end
            """);
        try
        {
            return await RunAsync(["-t1", "-c4", $"-d{Seconds}s", "-s", script, "-H", $"Authorization: {bearer}", address.ToString()]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<double> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(start)!;
        var report = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || report.Contains("Non-2xx", StringComparison.Ordinal) || !Rate().IsMatch(report))
        {
            throw new InvalidOperationException($"wrk: {report}");
        }

        return double.Parse(Rate().Match(report).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
