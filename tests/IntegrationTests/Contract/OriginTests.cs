using Barometre.WebApi.Shared.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Barometre.IntegrationTests.Contract;

/// <summary>Pages of other origins may call the API only when an operator named them; over TLS, a browser is told to stay there.</summary>
public sealed class OriginTests
{
    private const string Elsewhere = "https://ailleurs.example";

    [Theory]
    [InlineData(null, Elsewhere, null)]
    [InlineData("", Elsewhere, null)]
    [InlineData("https://page.example", Elsewhere, null)]
    [InlineData("https://page.example, https://ailleurs.example", Elsewhere, Elsewhere)]
    public async Task Opens_to_named_origins_and_to_no_other(string? named, string origin, string? allowed)
    {
        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Get })
        {
            using var response = await SendAsync(named, null, method, request =>
            {
                request.Headers.Add("Origin", origin);
                request.Headers.Add("Access-Control-Request-Method", "GET");
            });

            Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
            // A cookie never travels with a page of another origin, named or not.
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData("https", "max-age=31536000; includeSubDomains")]
    [InlineData("http", null)]
    public async Task Over_tls_a_browser_is_told_to_stay_there(string scheme, string? said)
    {
        using var response = await SendAsync(null, "127.0.0.1", HttpMethod.Get, request => request.Headers.Add("X-Forwarded-Proto", scheme));

        Assert.Equal(said, response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Whoever_is_no_named_proxy_cannot_claim_tls()
    {
        using var response = await SendAsync(null, null, HttpMethod.Get, request => request.Headers.Add("X-Forwarded-Proto", "https"));

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task<HttpResponseMessage> SendAsync(string? origins, string? proxies, HttpMethod method, Action<HttpRequestMessage> say)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new(Edges.Setting, origins), new(Proxies.Setting, proxies)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOrigins(builder.Configuration);
        builder.Services.AddProxies(builder.Configuration);
        await using var app = builder.Build();
        app.UseProxies();
        app.UseMiddleware<ResponseHeaders>();
        app.UseOrigins();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(method, "/");
        say(request);
        return await client.SendAsync(request);
    }
}
