using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.IntegrationTests.Contract;

[Collection(InstallationTests.Name)]
public sealed class ProblemTests(Installation installation)
{
    private static readonly string Someone = $"/api/v1/service-users/{Guid.CreateVersion7()}";

    [Theory]
    [InlineData("{", "request.malformed-json", null)]
    [InlineData("", "request.body-missing", null)]
    [InlineData("null", "request.body-missing", null)]
    [InlineData("[]", "request.wrong-type", "")]
    [InlineData("""{"projectId":"PROJECT","calledName":"Z","language":"fr","extra":1}""", "request.unknown-member", "/extra")]
    [InlineData("""{"projectId":"PROJECT","calledName":"Z"}""", "request.missing-member", "/language")]
    [InlineData("""{"projectId":"PROJECT","calledName":null,"language":"fr"}""", "request.missing-member", "/calledName")]
    [InlineData("""{"projectId":"PROJECT","calledName":"Z","calledName":"Z","language":"fr"}""", "request.duplicate-member", "/calledName")]
    [InlineData("""{"projectId":"PROJECT","calledName":1,"language":"fr"}""", "request.wrong-type", "/calledName")]
    [InlineData("""{"projectId":"nope","calledName":"Z","language":"fr"}""", "request.wrong-type", "/projectId")]
    [InlineData("""{"projectId":"PROJECT","calledName":"Z\u0000","language":"fr"}""", "request.bad-text", "/calledName")]
    [InlineData("""{"projectId":"PROJECT","calledName":"\ud800","language":"fr"}""", "request.bad-text", "/calledName")]
    [InlineData("""{"projectId":"PROJECT","calledName":"","language":"fr"}""", "validation.required", "/calledName")]
    [InlineData("""{"projectId":"PROJECT","calledName":"Z","language":"de"}""", "validation.rule", "/language")]
    public async Task Says_what_is_wrong_with_a_body_and_where(string body, string code, string? pointer)
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);

        using var content = Json(body.Replace("PROJECT", project.ToString(), StringComparison.Ordinal));
        var (response, problem) = await SendAsync(practitioner.Client(installation), HttpMethod.Put, Someone, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        if (pointer is null)
        {
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.False(problem.TryGetProperty("errors", out _));
        }
        else
        {
            var field = problem.GetProperty("errors")[0];
            Assert.Equal(code, field.GetProperty("code").GetString());
            Assert.Equal(pointer, field.GetProperty("pointer").GetString());
        }
    }

    [Theory]
    [InlineData("network/facts", """{"facts":[null]}""", "/facts")]
    [InlineData("quality-of-life/assessments/00000000-0000-7000-8000-000000000001/answers", """{"answers":[null]}""", "/answers")]
    public async Task A_list_with_a_hole_in_it_is_pointed_at(string path, string body, string pointer)
    {
        var person = await installation.PersonAsync();

        using var content = Json(body);
        var (response, problem) = await SendAsync(person.Account.Client(installation), HttpMethod.Post, $"/api/v1/service-users/{person.ServiceUserId}/{path}", content);

        var fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((HttpStatusCode.BadRequest, "request.missing-member"), (response.StatusCode, fault.GetProperty("code").GetString()));
        Assert.StartsWith(pointer, fault.GetProperty("pointer").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reading_lacks_is_said_of_its_parameter()
    {
        var person = await installation.PersonAsync();

        var (response, problem) = await SendAsync(person.Account.Client(installation), HttpMethod.Get, $"/api/v1/service-users/{person.ServiceUserId}/network/evolution", null);

        var fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((HttpStatusCode.BadRequest, "from", false), (response.StatusCode, fault.GetProperty("parameter").GetString(), fault.TryGetProperty("pointer", out _)));
    }

    [Fact]
    public async Task Points_to_every_field_with_a_text_in_the_callers_language()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var client = practitioner.Client(installation);
        var body = JsonSerializer.Serialize(new { projectId = project, calledName = new string('z', 101), language = "fr" });

        using var french = Json(body);
        var (answer, problem) = await SendAsync(client, HttpMethod.Put, Someone, french);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-CA,en;q=0.9,fr;q=0.5");
        using var again = Json(body);
        var (english, inEnglish) = await SendAsync(client, HttpMethod.Put, Someone, again);

        Assert.Equal("fr", answer.Content.Headers.ContentLanguage.Single());
        Assert.Equal("Au plus 100 caractères.", problem.GetProperty("errors")[0].GetProperty("detail").GetString());
        Assert.Equal("en", english.Content.Headers.ContentLanguage.Single());
        Assert.Equal("At most 100 characters.", inEnglish.GetProperty("errors")[0].GetProperty("detail").GetString());
        Assert.Equal("validation.too-long", inEnglish.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Answers_strangers_with_a_problem_too()
    {
        using var body = Json("{}");
        var (response, problem) = await SendAsync(installation.Client(), HttpMethod.Put, Someone, body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("access.not-signed-in", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "request.no-such-route")]
    [InlineData("PATCH", "/api/v1/service-users/0199d9a0-0000-7000-8000-000000000000", 405, "request.no-such-method")]
    [InlineData("PUT", "/api/v1/service-users/not-an-id", 404, "request.no-such-route")]
    public async Task Says_that_an_address_or_a_method_leads_nowhere(string method, string address, int status, string code)
    {
        var (response, problem) = await SendAsync(installation.Client(), new HttpMethod(method), address, null);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Refuses_a_body_that_is_not_json_or_is_over_a_megabyte()
    {
        var account = await installation.AccountAsync();
        using var text = new StringContent("calledName=Z", Encoding.UTF8, "text/plain");
        using var large = Json($"\"{new string('z', 1024 * 1024)}\"");

        var (notJson, first) = await SendAsync(account.Client(installation), HttpMethod.Put, Someone, text);
        var (tooLarge, second) = await SendAsync(account.Client(installation), HttpMethod.Put, Someone, large);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, notJson.StatusCode);
        Assert.Equal("request.not-json", first.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("request.too-large", second.GetProperty("code").GetString());
    }

    [Fact]
    public void A_violated_unique_index_is_its_rules_conflict_and_a_lost_race_is_no_fault()
    {
        var rule = new Error("test.once", "Une fois.", "Once.");
        var store = new StoreFailures([new ConstraintError("enrolment_once", rule)]);

        Assert.Same(rule, Assert.IsType<RuleViolation>(store.Translate(new DbUpdateException("", Postgres("23505", "enrolment_once")))).Error);
        Assert.Same(SharedErrors.AlreadyThere, Assert.IsType<RuleViolation>(store.Translate(Postgres("23505", "other"))).Error);
        Assert.Same(SharedErrors.RefersToNothing, Assert.IsType<RuleViolation>(store.Translate(Postgres("23503", "other"))).Error);
        Assert.Same(SharedErrors.Concurrent, Assert.IsType<RuleViolation>(store.Translate(Postgres("40001"))).Error);
        Assert.Same(SharedErrors.Concurrent, Assert.IsType<RuleViolation>(store.Translate(Postgres("40P01"))).Error);
        Assert.IsType<LostRace>(store.Translate(new DbUpdateConcurrencyException()));
        Assert.IsType<PostgresException>(store.Translate(Postgres("42P01")));
    }

    [Theory]
    [InlineData("W/\"1\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("1")]
    public async Task Refuses_an_expectation_that_is_not_one_strong_tag(string tag)
    {
        var account = await installation.AccountAsync();
        var client = account.Client(installation);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", tag);
        using var body = Json("{}");

        var (response, problem) = await SendAsync(client, HttpMethod.Put, Someone, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("request.bad-if-match", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Every_answer_forbids_to_keep_it_guess_its_type_or_frame_it()
    {
        var response = await installation.Client().GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static PostgresException Postgres(string state, string? constraint = null) => new("", "", "", state, constraintName: constraint);

    internal static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json"));

    /// <summary>Sends, and asserts that the answer is a whole problem.</summary>
    internal static async Task<(HttpResponseMessage Response, JsonElement Problem)> SendAsync(HttpClient client, HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1024 * 1024;
        var response = await client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal("urn:barometre:problem:" + problem.GetProperty("code").GetString(), problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return (response, problem);
    }
}
