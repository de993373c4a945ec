using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Barometre.WebApi.Demonstration;

/// <summary>One front end over HTTP, knowing nothing but the public API.</summary>
internal sealed class SmokeClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => _http.Dispose();

    /// <summary>Signs in with a name and the demonstration's password, holding tokens.</summary>
    public async Task SignInAsync(string name, string password)
    {
        var session = await SendAsync(HttpMethod.Post, "api/v1/sessions", new { name, password, mode = "token" });
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session["accessToken"]!.GetValue<string>());
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Sends, and gives the answer's body; anything but a success stops the walk.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null)
    {
        using var request = Request(method, path, body, version, key);
        using var answer = await AnswerAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new SmokeFailed($"{method} {path} answered {(int)answer.StatusCode}: {text}");
        }

        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Sends what must be refused in that way.</summary>
    public async Task RefusedAsync(string path, HttpStatusCode expected)
    {
        using var request = Request(HttpMethod.Get, path, null, null, null);
        using var answer = await AnswerAsync(request);
        if (answer.StatusCode != expected)
        {
            throw new SmokeFailed($"GET {path} answered {(int)answer.StatusCode} where {(int)expected} was due.");
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body, int? version, string? key)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        try
        {
            return await _http.SendAsync(request);
        }
        catch (HttpRequestException failure)
        {
            throw new SmokeFailed($"{_http.BaseAddress} does not answer: {failure.Message}");
        }
        catch (TaskCanceledException)
        {
            throw new SmokeFailed($"{request.Method} {request.RequestUri} took longer than {_http.Timeout.TotalSeconds:0} s.");
        }
    }
}
