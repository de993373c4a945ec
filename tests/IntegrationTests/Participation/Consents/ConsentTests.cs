using System.Net;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation.Consents;

[Collection(InstallationTests.Name)]
public sealed class ConsentTests(Installation installation)
{
    /// <summary>What each law wants a notice to say, the part that says it, and words that it cannot be said without.</summary>
    private static readonly Dictionary<string, (string Wanted, string Part, string French, string English)[]> Checklists = new()
    {
        // Act respecting Access and Law 25 (art. 65; private sector, art. 8); R-22.1 for health and social services.
        ["quebec"] =
        [
            ("who collects", "who", "Organisme inventé", "Organisme inventé"),
            ("what allows it", "basis", "consentement libre, éclairé", "free and informed consent"),
            ("the law", "basis", "R-22.1", "R-22.1"),
            ("that it may leave Québec", "where", "hors du Québec", "outside Québec"),
            ("where it is kept", "where", "au Canada", "in Canada"),
            ("access", "rights", "lire tout ce qui est noté", "read all that is noted"),
            ("correction", "rights", "corriger", "corrected"),
            ("portability", "rights", "copie à emporter", "copy to take"),
            ("erasure", "rights", "effacer", "erased"),
            ("to whom it was communicated", "rights", "à qui il a été communiqué", "to whom it was communicated"),
            ("no decision by a program", "rights", "Aucun programme", "No program"),
            ("a no costs nothing", "rights", "Dire non n’enlève rien", "Saying no takes nothing"),
            ("the person responsible", "complain", "Personne inventée, vie-privee@invente.invalid", "Personne inventée, vie-privee@invente.invalid"),
            ("the authority", "complain", "Commission d’accès à l’information", "Commission d’accès à l’information"),
        ],
        // GDPR, art. 13 and 7.
        ["france"] =
        [
            ("the controller", "who", "Organisme inventé", "Organisme inventé"),
            ("the legal basis", "basis", "RGPD, articles 6 et 9", "GDPR, articles 6 and 9"),
            ("explicit consent", "basis", "consentement explicite", "explicit consent"),
            ("transfers", "where", "hors de l’Union européenne", "leaves the European Union"),
            ("where it is kept", "where", "au Canada", "in Canada"),
            ("access", "rights", "lire tout ce qui est noté", "read all that is noted"),
            ("rectification", "rights", "corriger", "corrected"),
            ("portability", "rights", "copie à emporter", "copy to take"),
            ("restriction", "rights", "limiter", "restrict"),
            ("objection", "rights", "vous y opposer", "object"),
            ("erasure", "rights", "effacer", "erased"),
            ("no automated decision", "rights", "Aucun programme", "No program"),
            ("a no costs nothing", "rights", "Dire non n’enlève rien", "Saying no takes nothing"),
            ("the data protection officer", "complain", "Personne inventée, vie-privee@invente.invalid", "Personne inventée, vie-privee@invente.invalid"),
            ("the authority", "complain", "CNIL", "CNIL"),
        ],
    };

    [Theory]
    [InlineData("quebec", "fr")]
    [InlineData("quebec", "en")]
    [InlineData("france", "fr")]
    [InlineData("france", "en")]
    public async Task Everything_that_is_asked_comes_with_a_text_that_says_all_that_the_law_there_wants(string country, string language)
    {
        var person = await installation.PersonAsync(await installation.ProjectAsync(country: country));
        await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read);
        await installation.StudyAsync(person.ProjectId, "housing");

        var asked = (await person.Account.Client(installation).JsonAsync(At(person, $"?language={language}"))).EnumerateArray().ToList();

        Assert.Contains(asked, one => Text(one, "kind") == "project_statistics" && Text(one, "subject") == $"{person.ProjectId}");
        Assert.Equal(
            ["care", "community", "integrator", "project_statistics", "reminders", "research_study", "research_theme"],
            asked.Select(one => Text(one, "kind")).Distinct().Order(StringComparer.Ordinal));
        Assert.All(asked, one =>
        {
            var parts = Parts(one);
            Assert.Equal(["who", "what", "why", "basis", "recipients", "where", "how_long", "rights", "withdraw", "complain"], parts.Keys);
            // No part is empty, or a word for the form, or has a hole.
            Assert.All(parts, part => Assert.True(part.Value.Count(char.IsLetter) >= (part.Key is "who" or "recipients" ? 3 : 12) && !part.Value.Contains('{') && !part.Value.Contains('}'), $"{part.Key}: {part.Value}"));
            Assert.All(Checklists[country], line => Assert.True(
                parts[line.Part].Contains(language == "fr" ? line.French : line.English, StringComparison.Ordinal), $"{Text(one, "kind")} does not say {line.Wanted}: {parts[line.Part]}"));
            Assert.False(Text(one, "kind") is not ("care" or "integrator") && one.GetProperty("agreed").GetBoolean());
        });
    }

    [Fact]
    public async Task An_organisation_that_has_not_said_whom_to_reach_leaves_no_hole_in_the_text()
    {
        var person = await installation.PersonAsync();
        await installation.ExecuteAsync($"""
            UPDATE participation.organisation SET responsible_for_privacy = NULL, privacy_reach = NULL
             WHERE id = (SELECT organisation_id FROM participation.project WHERE id = '{person.ProjectId}')
            """);

        var care = await person.Account.Client(installation).ConsentAsync(person.ServiceUserId, "care", language: "en");

        Assert.Contains("ask whoever accompanies you how to reach them", Parts(care)["complain"]);
    }

    [Fact]
    public async Task The_texts_that_people_said_yes_to_before_stay_published_beside_todays() =>
        Assert.Equal("1.0,2.0", await installation.OneAsync<string>("SELECT string_agg(version, ',' ORDER BY version) FROM participation.consent_content"));

    [Fact]
    public async Task A_yes_is_kept_with_the_text_that_was_shown_to_the_letter()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var text = (await client.ConsentAsync(person.ServiceUserId, "community", language: "en")).GetProperty("text");
        var hash = text.GetProperty("hash").GetString()!;

        await client.AnswerAsync(person.ServiceUserId, "community", "", true, textHash: hash).AnswersAsync(HttpStatusCode.OK);

        var answer = (await client.JsonAsync(At(person, "/answers"))).GetProperty("items")[0];
        Assert.Equal(("given", "en", "2.0", hash, "person"), (Text(answer, "answer"), Text(answer, "textLanguage"), Text(answer, "textVersion"), Text(answer, "textHash"), Text(answer, "ground")));
        var kept = await client.JsonAsync($"/api/v1/consent-texts/{hash}");
        Assert.StartsWith(text.GetProperty("title").GetString()!, Text(kept, "content"));
        Assert.Contains(text.GetProperty("sections")[8].GetProperty("words").GetString()!, Text(kept, "content"));
        Assert.True((await client.ConsentAsync(person.ServiceUserId, "community")).GetProperty("agreed").GetBoolean());
    }

    [Fact]
    public async Task A_text_that_is_not_todays_cannot_be_agreed_to_and_a_no_needs_none()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        await client.AnswerAsync(person.ServiceUserId, "community", "", true, textHash: new string('0', 64)).RefusesAsync(HttpStatusCode.Conflict, "consent.text-stale");
        await client.SaysNoAsync(person.ServiceUserId, "community");

        Assert.Equal("refused", Text(await client.ConsentAsync(person.ServiceUserId, "community"), "answer"));
    }

    [Fact]
    public async Task Sent_again_it_is_one_answer_and_another_one_under_its_id_is_refused()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (id, at) = (Guid.CreateVersion7(), Agreed.Now());

        await client.AnswerAsync(person.ServiceUserId, "community", "", true, id, at).AnswersAsync(HttpStatusCode.OK);
        await client.AnswerAsync(person.ServiceUserId, "community", "", true, id, at).AnswersAsync(HttpStatusCode.OK);
        await client.AnswerAsync(person.ServiceUserId, "community", "", false, id, at).RefusesAsync(HttpStatusCode.Conflict, "consent.id-reused");

        Assert.Equal(1, (await client.JsonAsync(At(person, "/answers"))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_yes_from_before_a_later_no_does_not_undo_it()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        await client.SaysYesAsync(person.ServiceUserId, "community");
        await client.SaysNoAsync(person.ServiceUserId, "community");

        await client.AnswerAsync(person.ServiceUserId, "community", "", true, at: Agreed.Now(-10)).RefusesAsync(HttpStatusCode.Conflict, "consent.answered-since");

        Assert.Equal("withdrawn", Text(await client.ConsentAsync(person.ServiceUserId, "community"), "answer"));
        Assert.False(await AgreesAsync(person, ConsentPurpose.Community));
    }

    [Fact]
    public async Task Nobody_answers_what_they_are_not_asked()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var elsewhere = await installation.ProjectAsync();

        await client.AnswerAsync(person.ServiceUserId, "project_statistics", $"{elsewhere}", false).RefusesAsync(HttpStatusCode.Conflict, "consent.purpose-unknown");
        await client.AnswerAsync(person.ServiceUserId, "research_theme", "astrology", false).RefusesAsync(HttpStatusCode.Conflict, "consent.purpose-unknown");
    }

    [Fact]
    public async Task A_no_to_a_theme_outweighs_the_yes_to_a_study_of_it_and_other_modules_hear_it()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var study = await installation.StudyAsync(person.ProjectId, "housing");
        await client.SaysYesAsync(person.ServiceUserId, "research_study", $"{study}");
        Assert.True(await AgreesAsync(person, ConsentPurpose.Study(study)));
        Assert.Equal([person.ServiceUserId], await EverybodyAsync(ConsentPurpose.Study(study)));

        await client.SaysNoAsync(person.ServiceUserId, "research_theme", "housing");

        Assert.False(await AgreesAsync(person, ConsentPurpose.Study(study)));
        Assert.Empty(await EverybodyAsync(ConsentPurpose.Study(study)));
        Assert.False((await client.ConsentAsync(person.ServiceUserId, "research_study", $"{study}")).GetProperty("agreed").GetBoolean());
    }

    [Fact]
    public async Task A_study_told_otherwise_asks_again()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var administrator = (await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation);
        var study = await installation.StudyAsync(person.ProjectId, "housing");
        await client.SaysYesAsync(person.ServiceUserId, "research_study", $"{study}");

        await administrator.PutAsync($"/api/v1/research-studies/{study}", await installation.StudyBodyAsync(person.ProjectId, "justice"), version: 1).AnswersAsync(HttpStatusCode.OK);

        Assert.True((await client.ConsentAsync(person.ServiceUserId, "research_study", $"{study}")).GetProperty("askAgain").GetBoolean());
    }

    [Fact]
    public async Task A_coordinator_sees_numbers_and_no_small_ones()
    {
        var project = await installation.ProjectAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        for (var number = 0; number < 5; number++)
        {
            var person = await installation.PersonAsync(project);
            await person.Account.Client(installation).SaysYesAsync(person.ServiceUserId, "project_statistics", $"{project}");
        }

        var all = await coordinator.JsonAsync($"/api/v1/projects/{project}/consent-counts");
        await installation.PersonAsync(project);
        var one = await coordinator.JsonAsync($"/api/v1/projects/{project}/consent-counts");

        Assert.Equal((5, 0), (all[0].GetProperty("agreed").GetInt32(), all[0].GetProperty("unanswered").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, one[0].GetProperty("agreed").ValueKind);
    }

    private async Task<bool> AgreesAsync(Given.Person person, ConsentPurpose purpose)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<IConsentReader>().HasAgreedAsync(person.ServiceUserId, purpose, CancellationToken.None);
    }

    private async Task<IReadOnlyList<Guid>> EverybodyAsync(ConsentPurpose purpose)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenForEveryone();
        return await scope.ServiceProvider.GetRequiredService<IConsentReader>().AgreedPeopleAsync(purpose, CancellationToken.None);
    }

    private static Dictionary<string, string> Parts(System.Text.Json.JsonElement asked) =>
        asked.GetProperty("text").GetProperty("sections").EnumerateArray().ToDictionary(section => Text(section, "part")!, section => Text(section, "words")!);

    private static string At(Given.Person person, string rest) => $"/api/v1/service-users/{person.ServiceUserId}/consents{rest}";

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
