using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Domain.Shared;
using Npgsql;

namespace Barometre.IntegrationTests.Participation;

/// <summary>Requests over real HTTP as the tests of this module write them, and looks behind the walls.</summary>
internal static class Calls
{
    public static Task<HttpResponseMessage> GetAsync(this HttpClient client, string path) => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public static Task<HttpResponseMessage> DeleteAsync(this HttpClient client, string path) => client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body = null) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) });

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, int? version = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The answer is a refusal of that status and stable code.</summary>
    public static async Task RefusesAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status, string code)
    {
        var response = await sent;
        var problem = await response.JsonAsync();
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
    }

    public static async Task AnswersAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        var response = await sent;
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    public static object Sharing(AccessLevel level = AccessLevel.Contribute)
    {
        var word = Barometre.Infrastructure.Shared.Words.Of(level);
        return new { qualityOfLife = word, network = word, strengths = word, plan = word, coproduction = word };
    }

    /// <summary>A record that a practitioner opened with somebody who has no account.</summary>
    public static async Task<Guid> OpenedAsync(this HttpClient practitioner, Guid projectId, string calledName = "Zéphyr l’Inventé")
    {
        var person = Guid.CreateVersion7();
        await practitioner.PutAsync($"/api/v1/service-users/{person}", new { projectId, calledName, language = "fr" }).AnswersAsync(HttpStatusCode.Created);
        return person;
    }

    /// <summary>The person claims it with a code that the practitioner makes.</summary>
    public static async Task<Given.SignedIn> ClaimedAsync(this Installation installation, HttpClient practitioner, Guid person)
    {
        var code = (await (await practitioner.PostAsync($"/api/v1/service-users/{person}/claim-codes")).JsonAsync()).GetProperty("code").GetString();
        var account = await installation.AccountAsync();
        await account.Client(installation).PostAsync("/api/v1/account/record", new { code }).AnswersAsync(HttpStatusCode.OK);
        return account;
    }

    /// <summary>The one value of a query behind the walls.</summary>
    public static async Task<T> OneAsync<T>(this Installation installation, string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A connection as the app's own login, speaking for that person's record.</summary>
    public static async Task<NpgsqlConnection> AsAppAsync(this Installation installation, Guid person)
    {
        var connection = await ((Barometre.Infrastructure.Shared.Databases)installation.App.Services.GetService(typeof(Barometre.Infrastructure.Shared.Databases))!).App.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SELECT set_config('barometre.person', '{person}', false)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
