using System.Globalization;
using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Consents;

/// <summary>Answers consents as a person's own front end would: reads the text, then says yes or no.</summary>
internal static class Agreed
{
    public static string Now(int minutes = 0) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);

    public static async Task<JsonElement> ConsentAsync(this HttpClient client, Guid person, string kind, string subject = "", string? language = null)
    {
        var all = await client.JsonAsync($"/api/v1/service-users/{person}/consents{(language is null ? "" : $"?language={language}")}");
        return all.EnumerateArray().Single(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("subject").GetString() == subject);
    }

    public static async Task<HttpResponseMessage> AnswerAsync(this HttpClient client, Guid person, string kind, string subject, bool agrees, Guid? id = null, string? at = null, string? textHash = null)
    {
        textHash ??= agrees ? (await client.ConsentAsync(person, kind, subject)).GetProperty("text").GetProperty("hash").GetString() : null;
        return await client.PutAsync(
            $"/api/v1/service-users/{person}/consents/answers/{id ?? Guid.CreateVersion7()}", new { kind, subject, agrees, textHash, at = at ?? Now() });
    }

    public static Task SaysYesAsync(this HttpClient client, Guid person, string kind, string subject = "") => client.AnswerAsync(person, kind, subject, true).AnswersAsync(HttpStatusCode.OK);

    public static Task SaysNoAsync(this HttpClient client, Guid person, string kind, string subject = "") => client.AnswerAsync(person, kind, subject, false).AnswersAsync(HttpStatusCode.OK);

    /// <summary>A study that people of the project are asked about.</summary>
    public static async Task<Guid> StudyAsync(this Installation installation, Guid project, string theme)
    {
        var administrator = (await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation);
        var study = Guid.CreateVersion7();
        await administrator.PutAsync($"/api/v1/research-studies/{study}", await installation.StudyBodyAsync(project, theme)).AnswersAsync(HttpStatusCode.OK);
        return study;
    }

    public static async Task<object> StudyBodyAsync(this Installation installation, Guid project, string theme)
    {
        var organisationId = await installation.OneAsync<Guid>($"SELECT organisation_id FROM participation.project WHERE id = '{project}'");
        return new
        {
            organisationId, title = new { fr = "Étude inventée", en = "Invented study" }, about = new { fr = "Rien de vrai.", en = "Nothing true." }, themes = new[] { theme },
            projectIds = new[] { project }, endsOn = "2090-01-01",
        };
    }
}
