using System.Net;
using System.Security.Cryptography;
using System.Text;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Idempotency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Contract;

/// <summary>Sending again with the same Idempotency-Key, shown on an operation whose answer would differ if it were done twice: handing parked jobs over.</summary>
[Collection(InstallationTests.Name)]
public sealed class IdempotencyTests(Installation installation)
{
    private const string RetryAll = "/api/v1/operations/jobs/parked/retries";

    [Fact]
    public async Task The_same_request_has_one_effect_and_the_same_answer()
    {
        var client = await AdministratorAsync();
        await ParkAsync();
        var key = NewKey();

        var first = await PostAsync(client, RetryAll, key);
        await ParkAsync();
        var again = await PostAsync(client, RetryAll, key);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.StatusCode, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(1L, await ScalarAsync("SELECT count(*) FROM jobs.parked_job"));
    }

    [Fact]
    public async Task Another_key_is_another_request_and_another_callers_key_is_another_key()
    {
        var key = NewKey();
        var (one, other) = (await AdministratorAsync(), await AdministratorAsync());

        var first = await PostAsync(one, RetryAll, key);
        var second = await PostAsync(one, RetryAll, NewKey());
        var third = await PostAsync(other, RetryAll, key);

        Assert.All(new[] { first, second, third }, answer => Assert.False(answer.Headers.Contains("Idempotency-Replayed")));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var client = await AdministratorAsync();
        var key = NewKey();
        await PostAsync(client, RetryAll, key);

        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        var (response, problem) = await ProblemTests.SendAsync(client, HttpMethod.Post, RetryAll + "?again=1", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("request.key-reused", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_key_under_way_elsewhere_is_told_to_wait()
    {
        var account = await installation.RoleAsync(Role.Administrator, null, strong: true);
        var client = account.Client(installation);
        var key = NewKey();
        await using var connection = await installation.Owner.OpenConnectionAsync();
        await using var underWay = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock(('x' || encode(substr($1, 1, 8), 'hex'))::bit(64)::bigint)", connection)
        {
            Parameters = { new NpgsqlParameter<byte[]> { TypedValue = SHA256.HashData(Encoding.UTF8.GetBytes($"account {account.AccountId}\n{key}")) } },
        };
        await take.ExecuteNonQueryAsync();

        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        var (response, problem) = await ProblemTests.SendAsync(client, HttpMethod.Post, RetryAll, null);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("request.in-flight", problem.GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_refused_request_keeps_no_answer()
    {
        var client = (await installation.AccountAsync()).Client(installation);
        var before = await ScalarAsync("SELECT count(*) FROM platform.idempotency");

        var response = await PostAsync(client, RetryAll, NewKey());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(before, await ScalarAsync("SELECT count(*) FROM platform.idempotency"));
    }

    [Fact]
    public async Task Twenty_at_once_have_one_effect()
    {
        var client = await AdministratorAsync();
        await PostAsync(client, RetryAll, NewKey());
        await ParkAsync();
        var key = NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(client, RetryAll, key)));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK && !answer.Headers.Contains("Idempotency-Replayed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("é")]
    [InlineData("two words")]
    public async Task A_key_that_is_not_visible_ascii_is_refused(string key) => await RefusesAsync(key);

    [Fact]
    public async Task A_key_of_more_than_200_characters_is_refused() => await RefusesAsync(new string('k', 201));

    [Fact]
    public async Task After_its_day_a_key_is_free_and_its_answer_goes()
    {
        var client = await AdministratorAsync();
        var key = NewKey();
        await PostAsync(client, RetryAll, key);
        await installation.ExecuteAsync("UPDATE platform.idempotency SET expires_at = now() - interval '1 second'");

        var again = await PostAsync(client, RetryAll, key);
        await installation.ExecuteAsync("UPDATE platform.idempotency SET expires_at = now() - interval '1 second'");
        var pruned = await AnswerPruning.PruneAsync(installation.App.Services.GetRequiredService<Databases>(), CancellationToken.None);

        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
        Assert.True(pruned >= 1);
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM platform.idempotency"));
    }

    [Fact]
    public async Task Nobody_can_list_answers_and_they_are_sealed()
    {
        await PostAsync(await AdministratorAsync(), RetryAll, NewKey());
        var databases = installation.App.Services.GetRequiredService<Databases>();
        await using var asApp = databases.App.CreateCommand("SELECT count(*) FROM platform.idempotency");
        await using var asWorker = databases.Worker.CreateCommand("SELECT count(*) FROM platform.idempotency WHERE expires_at > now()");

        Assert.Equal(0L, await asApp.ExecuteScalarAsync());
        Assert.Equal(0L, await asWorker.ExecuteScalarAsync());
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM platform.idempotency WHERE position('Result'::bytea in answer_sealed) > 0"));
    }

    private async Task RefusesAsync(string key)
    {
        var client = await AdministratorAsync();
        using var latin = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var sender = new HttpClient(latin) { BaseAddress = client.BaseAddress };
        sender.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        sender.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key);

        var (response, problem) = await ProblemTests.SendAsync(sender, HttpMethod.Post, RetryAll, null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("request.bad-idempotency-key", problem.GetProperty("code").GetString());
    }

    private async Task<HttpClient> AdministratorAsync() => (await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation);

    private Task ParkAsync() => installation.ExecuteAsync(
        $"INSERT INTO jobs.parked_job (id, work, event_id, data, attempts, error_type, parked_at) VALUES ('{Guid.CreateVersion7()}', 'test.none', '{Guid.CreateVersion7()}', '{{}}', 1, 'None', now())");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
