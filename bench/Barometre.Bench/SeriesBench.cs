using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Barometre.IntegrationTests;

namespace Barometre.Bench;

/// <summary>1. All series of a person with 12 × 55 ratings, the full path over HTTP, against the bare twin; wrk asks, so that the asking weighs little.</summary>
internal static partial class SeriesBench
{
    private const string Seconds = "4";

    public static async Task<Pairs.Result> RunAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        // Other people's rows are there too, as in life.
        await Population.AddAsync(installation, person.ProjectId, people: 200, assessments: 12);
        await Population.GiveAsync(installation, person.ServiceUserId);
        await using var twin = await RawTwin.StartAsync(installation.OwnerString);
        using var client = person.Account.Client(installation);
        var bearer = client.DefaultRequestHeaders.Authorization!.ToString();
        var ours = new Uri(installation.Address, $"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/series");
        var raw = new Uri(twin.Address, $"/series/{person.ServiceUserId}");
        await SameAnswerAsync(client, ours, raw);
        return await Pairs.MeasureAsync("1. GET all series", "requests/s", 0.70, true, 7, () => WrkAsync(ours, bearer), () => WrkAsync(raw, bearer));
    }

    /// <summary>A comparison of two answers that differ would mean nothing.</summary>
    private static async Task SameAnswerAsync(HttpClient client, Uri ours, Uri raw)
    {
        var (one, other) = (await client.GetStringAsync(ours), await client.GetStringAsync(raw));
        if (one != other)
        {
            throw new InvalidOperationException($"The two answers differ: {one[..Math.Min(300, one.Length)]} … {other[..Math.Min(300, other.Length)]}");
        }

        Console.WriteLine($"  {one.Length:n0} characters of JSON");
    }

    private static async Task<double> WrkAsync(Uri address, string bearer)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", "-c4", $"-d{Seconds}s", "-H", $"Authorization: {bearer}", address.ToString() })
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
