using System.Net;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation.Consents;

[Collection(InstallationTests.Name)]
public sealed class ConsentTests(Installation installation)
{
    [Fact]
    public async Task Everything_that_is_asked_comes_with_a_text_that_says_all_the_law_wants_in_both_languages()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        var (french, english) = (await client.JsonAsync(At(person, "?language=fr")), await client.JsonAsync(At(person, "?language=en")));

        Assert.Contains(french.EnumerateArray(), one => one.GetProperty("kind").GetString() == "project_statistics" && one.GetProperty("subject").GetString() == $"{person.ProjectId}");
        Assert.Equal(french.GetArrayLength(), english.GetArrayLength());
        Assert.All(french.EnumerateArray().Concat(english.EnumerateArray()), one =>
        {
            var sections = one.GetProperty("text").GetProperty("sections").EnumerateArray().ToList();
            Assert.Equal(["who", "what", "why", "recipients", "how_long", "rights", "withdraw", "complain"], sections.Select(section => section.GetProperty("part").GetString()));
            Assert.All(sections, section => Assert.DoesNotContain("{", section.GetProperty("words").GetString()));
            Assert.False(one.GetProperty("kind").GetString() is not "care" && one.GetProperty("agreed").GetBoolean());
        });
        Assert.Contains("Commission d’accès", french[0].GetProperty("text").GetProperty("sections")[7].GetProperty("words").GetString());
    }

    [Fact]
    public async Task Under_French_law_the_text_names_the_authority_there()
    {
        var person = await installation.PersonAsync(await installation.ProjectAsync(country: "france"));

        var care = await person.Account.Client(installation).ConsentAsync(person.ServiceUserId, "care");

        Assert.Contains("CNIL", care.GetProperty("text").GetProperty("sections")[7].GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_yes_is_kept_with_the_text_that_was_shown_to_the_letter()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var text = (await client.ConsentAsync(person.ServiceUserId, "community", language: "en")).GetProperty("text");
        var hash = text.GetProperty("hash").GetString()!;

        await client.AnswerAsync(person.ServiceUserId, "community", "", true, textHash: hash).AnswersAsync(HttpStatusCode.OK);

        var answer = (await client.JsonAsync(At(person, "/answers"))).GetProperty("items")[0];
        Assert.Equal(("given", "en", "1.0", hash, "person"), (Text(answer, "answer"), Text(answer, "textLanguage"), Text(answer, "textVersion"), Text(answer, "textHash"), Text(answer, "ground")));
        var kept = await client.JsonAsync($"/api/v1/consent-texts/{hash}");
        Assert.StartsWith(text.GetProperty("title").GetString()!, Text(kept, "content"));
        Assert.Contains(text.GetProperty("sections")[6].GetProperty("words").GetString()!, Text(kept, "content"));
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

    private static string At(Given.Person person, string rest) => $"/api/v1/service-users/{person.ServiceUserId}/consents{rest}";

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
