using System.Net;
using System.Text.Json;

namespace Barometre.IntegrationTests.Contract;

/// <summary>Versions as ETags and expectations, shown on what a person is called.</summary>
[Collection(InstallationTests.Name)]
public sealed class VersionTests(Installation installation)
{
    [Fact]
    public async Task An_edit_says_which_version_was_read_and_gives_the_next()
    {
        var person = await installation.PersonAsync();

        var first = await DescribeAsync(person, "\"1\"", "Zénith");
        var stale = await DescribeAsync(person, "\"1\"", "Zoé");
        var next = await DescribeAsync(person, first.Headers.ETag!.Tag, "Zoé");
        var any = await DescribeAsync(person, "*", "Zita");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("\"2\"", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("request.version-differs", await CodeAsync(stale));
        Assert.Equal("\"3\"", next.Headers.ETag!.Tag);
        Assert.Equal("\"4\"", any.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task An_edit_that_does_not_say_it_is_refused()
    {
        var response = await DescribeAsync(await installation.PersonAsync(), null, "Zénith");

        Assert.Equal(HttpStatusCode.PreconditionRequired, response.StatusCode);
        Assert.Equal("request.version-missing", await CodeAsync(response));
    }

    [Fact]
    public async Task A_tag_that_is_none_of_ours_never_matches() =>
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await DescribeAsync(await installation.PersonAsync(), "\"abc\"", "Zénith")).StatusCode);

    private async Task<HttpResponseMessage> DescribeAsync(Given.Person person, string? expected, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/service-users/{person.ServiceUserId}/called", UriKind.Relative));
        request.Content = ProblemTests.Json(JsonSerializer.Serialize(new { calledName = name, language = "fr" }));
        if (expected is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", expected);
        }

        return await person.Account.Client(installation).SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
}
