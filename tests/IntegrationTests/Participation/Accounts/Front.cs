using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Barometre.IntegrationTests.Participation.Accounts;

/// <summary>A front end on a machine of its own: real HTTP from a loopback address that no other test uses, with the cookies that a browser keeps.</summary>
internal sealed class Front : IDisposable
{
    public const string Password = "trois petits chats verts";
    private static int _machines;
    private readonly HttpClient _client;

    public Front(Installation installation)
    {
        var number = Interlocked.Increment(ref _machines);
        var machine = IPAddress.Parse($"127.77.{number / 250}.{(number % 250) + 1}");
        var handler = new SocketsHttpHandler
        {
            CookieContainer = Cookies,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(machine, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _client = new HttpClient(handler) { BaseAddress = installation.Address };
        // As a browser says it; a passkey's answer must come from the page that the person saw.
        _client.DefaultRequestHeaders.Add("Origin", installation.Address.GetLeftPart(UriPartial.Authority));
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
    }

    public CookieContainer Cookies { get; } = new();

    public HttpRequestHeaders Headers => _client.DefaultRequestHeaders;

    /// <summary>A name that nobody has; obviously invented.</summary>
    public static string NewName() => $"Fée {Guid.CreateVersion7():n}";

    public async Task<Guid> RegisterAsync(string name, string password = Password)
    {
        var made = await ReadAsync(await SendAsync(HttpMethod.Post, "account", new { name, password }), HttpStatusCode.Created);
        return made.GetProperty("accountId").GetGuid();
    }

    /// <summary>Signs in with tokens and sends them from now on.</summary>
    public async Task<JsonElement> SignInAsync(string name, string password = Password, string? code = null, string? device = null)
    {
        var session = await ReadAsync(await TrySignInAsync(name, password, code, device), HttpStatusCode.Created);
        Use(session);
        return session;
    }

    public Task<HttpResponseMessage> TrySignInAsync(string name, string password, string? code = null, string? device = null, string? recoveryCode = null, string mode = "token") =>
        SendAsync(HttpMethod.Post, "sessions", new { name, password, mode, code, device, recoveryCode });

    public void Use(JsonElement session) => Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return _client.SendAsync(request);
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await SendAsync(HttpMethod.Get, path), HttpStatusCode.OK);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await ReadAsync(response, status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    public void Dispose() => _client.Dispose();
}
