using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Barometre.IntegrationTests.Walls;

/// <summary>Many people at once over two database connections: a connection goes from one person's request to another's thousands of times, and nothing stays on it.</summary>
public sealed partial class InterleavedTests(InterleavedTests.TwoConnections installation) : IClassFixture<InterleavedTests.TwoConnections>
{
    private const int People = 40;
    private const int Requests = 10_000;

    [Fact]
    public async Task Ten_thousand_interleaved_requests_show_no_foreign_row()
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 12 };
        using var client = new HttpClient(handler) { BaseAddress = installation.Address };
        var people = await ArrangeAsync(client);
        ConcurrentBag<string> foreign = [];
        ConcurrentDictionary<int, int> statuses = new();
        var seen = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, cancellation) =>
        {
            // Each asks in turn for their cover, their picture, their series, and for somebody else's.
            var (asks, kind) = (number * 7 % People, number / People % 4);
            var about = kind == 3 ? (asks + 1 + (number % (People - 1))) % People : asks;
            using var request = Get(people[asks], $"/api/v1/service-users/{people[about].Id}{(kind is 0 ? "" : kind is 1 ? "/quality-of-life/picture" : "/quality-of-life/series")}");
            using var response = await client.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
            var marks = Marks().Matches(text).Select(found => found.Value).ToList();
            Interlocked.Add(ref seen, marks.Count);
            if (about != asks ? response.StatusCode != HttpStatusCode.NotFound || marks.Count > 0 : marks.Count == 0 || marks.Exists(mark => mark != Rating(asks) && mark != Name(asks)))
            {
                foreign.Add($"{asks} asking about {about}: {(int)response.StatusCode} {string.Join(' ', marks.Distinct().Take(5))}");
            }
        });

        Findings.None(foreign.Take(20));
        Assert.Equal([200, 404], statuses.Keys.Order());
        Assert.Equal(Requests, statuses.Values.Sum());
        Assert.True(seen >= statuses[200]);
        Assert.InRange(await installation.AppConnectionsAsync(), 1, 2);
    }

    // A person's ratings are a number that nobody else's are, and so is their name.
    private static string Rating(int person) => $"{person + 50}";

    private static string Name(int person) => $"Personne-{person:000}";

    private async Task<IReadOnlyList<(Guid Id, AuthenticationHeaderValue Token)>> ArrangeAsync(HttpClient client)
    {
        var project = await installation.ProjectAsync();
        List<(Guid, AuthenticationHeaderValue)> people = [];
        for (var number = 0; number < People; number++)
        {
            var person = await installation.PersonAsync(project, Name(number));
            using var own = person.Account.Client(installation);
            people.Add((person.ServiceUserId, own.DefaultRequestHeaders.Authorization!));
            var now = TimeProvider.System.GetUtcNow();
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/assessments/{Guid.CreateVersion7()}", UriKind.Relative))
            {
                Content = JsonContent.Create(new
                {
                    setting = "alone", at = now, complete = true,
                    answers = new[] { "needs.housing", "health.mental", "health.energy" }.Select(theme => new { id = Guid.CreateVersion7(), theme, kind = "rating", at = now, rating = number + 50 }),
                }),
            };
            request.Headers.Authorization = people[^1].Item2;
            using var response = await client.SendAsync(request);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        }

        return people;
    }

    private static HttpRequestMessage Get((Guid Id, AuthenticationHeaderValue Token) person, string path) =>
        new(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { Authorization = person.Token } };

    [GeneratedRegex("""Personne-\d{3}|(?<="rating":\s*\[?)\d+""", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    /// <summary>The app's login has two connections, and so have the keys.</summary>
    public sealed class TwoConnections : Installation
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            var login = Infrastructure.Shared.Databases.AppLogin;
            var app = new NpgsqlConnectionStringBuilder(OwnerString) { Username = login, Password = Databases().PasswordOf(login), MaxPoolSize = 2, ApplicationName = "two-connections" };
            builder.Configuration["BAROMETRE_APP_DATABASE"] = app.ConnectionString;
        }

        public async Task<long> AppConnectionsAsync()
        {
            await using var command = Owner.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'two-connections'");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
