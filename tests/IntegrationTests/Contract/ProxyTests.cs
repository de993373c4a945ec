using Barometre.WebApi.Shared.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Barometre.IntegrationTests.Contract;

/// <summary>A caller's address and TLS are believed from named proxies only: who could forge them could pass throttling.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "https 203.0.113.7")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", "https 203.0.113.7")]
    [InlineData("10.0.0.0/8", "http 127.0.0.1")]
    [InlineData("", "http 127.0.0.1")]
    [InlineData(null, "http 127.0.0.1")]
    public async Task Believes_named_proxies_only(string? named, string seen) => Assert.Equal(seen, await SeenAsync(named, "203.0.113.7"));

    [Fact]
    public async Task Believes_a_chain_as_far_as_its_proxies_are_named() => Assert.Equal("https 198.51.100.9", await SeenAsync("127.0.0.1, 10.0.0.0/8", "203.0.113.7, 198.51.100.9, 10.1.2.3"));

    [Fact]
    public async Task Refuses_to_start_with_a_name_that_is_no_address()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SeenAsync("proxy.example.org", "203.0.113.7"));

        Assert.Contains("BAROMETRE_PROXIES", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> SeenAsync(string? named, string forwardedFor)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new(Proxies.Setting, named)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProxies(builder.Configuration);
        await using var app = builder.Build();
        app.UseProxies();
        app.MapGet("/", (HttpContext context) => $"{context.Request.Scheme} {context.Connection.RemoteIpAddress!.MapToIPv4()}");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-For", forwardedFor }, { "X-Forwarded-Proto", "https" } } };
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
