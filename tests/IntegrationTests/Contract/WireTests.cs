using System.Net;
using System.Text;
using System.Text.Json;

namespace Barometre.IntegrationTests.Contract;

/// <summary>How ids and times are read from the wire.</summary>
[Collection(InstallationTests.Name)]
public sealed class WireTests(Installation installation)
{
    [Fact]
    public async Task Says_of_a_part_of_the_address_that_it_is_no_member_of_the_body()
    {
        var person = await installation.PersonAsync();
        using var body = Body($$"""{"setting":"alone","at":"{{TimeProvider.System.GetUtcNow():O}}"}""");

        var response = await OpenAsync(person, Guid.Empty, body);

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var field = problem.RootElement.GetProperty("errors")[0];
        Assert.Equal("assessmentId", field.GetProperty("parameter").GetString());
        Assert.False(field.TryGetProperty("pointer", out _));
    }

    [Theory]
    [InlineData("2026-03-14T15:09:26Z", HttpStatusCode.Created)]
    [InlineData("2026-03-14T15:09:26.535-04:00", HttpStatusCode.Created)]
    [InlineData("2026-03-14T15:09:26", HttpStatusCode.BadRequest)]
    [InlineData("2026-03-14T15:09", HttpStatusCode.BadRequest)]
    [InlineData("2026-03-14", HttpStatusCode.BadRequest)]
    public async Task A_time_says_how_far_it_is_from_universal_time(string at, HttpStatusCode expected)
    {
        var person = await installation.PersonAsync();
        using var body = Body($$"""{"setting":"alone","at":"{{at}}"}""");

        var response = await OpenAsync(person, Guid.CreateVersion7(), body);

        Assert.Equal(expected, response.StatusCode);
    }

    private Task<HttpResponseMessage> OpenAsync(Given.Person person, Guid assessment, HttpContent body) =>
        person.Account.Client(installation).PutAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/assessments/{assessment}", UriKind.Relative), body);

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}
