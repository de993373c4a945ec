using Barometre.IntegrationTests;

namespace Barometre.Bench;

/// <summary>1. All series of a person with 12 × 55 ratings, the full path over HTTP, against the bare twin; wrk asks, so that the asking weighs little.</summary>
internal static class SeriesBench
{
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
        return await Pairs.MeasureAsync("1. GET all series", "requests/s", 0.70, true, 7, () => Wrk.RateAsync(ours, bearer), () => Wrk.RateAsync(raw, bearer));
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
}
