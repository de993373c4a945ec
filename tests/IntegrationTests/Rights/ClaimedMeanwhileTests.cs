using System.Globalization;
using System.Net;
using Barometre.Application.Rights.Erasures;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Rights;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>A person claims their record while its erasing, which was not theirs to ask for, waits.</summary>
public sealed class ClaimedMeanwhileTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Fact]
    public async Task They_are_told_in_their_inbox_and_have_thirty_days_to_call_it_off()
    {
        var (person, practitioner) = await OpenedAsync();
        var (representative, _) = await installation.RepresentedAsync(person);
        var (asked, version) = await representative.Client(installation).AskedAsync(person.ServiceUserId);
        (await representative.Client(installation).ConfirmAsync(person.ServiceUserId, asked, version, waitHours: 24)).EnsureSuccessStatusCode();

        var own = (await installation.ClaimedAsync(practitioner, person.ServiceUserId)).Client(installation);

        var waiting = (await own.JsonAsync(Erasing.Path(person.ServiceUserId)))[0];
        Assert.True(waiting.GetProperty("executesAt").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddDays(29));
        // Asked for when it was confirmed, and when the person came.
        Assert.Equal(2, await installation.CountAsync($"SELECT count(*) FROM jobs.request WHERE work = 'rights.tell-erasure' AND data ->> 'erasure' = '{asked}'"));
        await installation.SendAsync(new TellErasureCommand(person.ServiceUserId, asked));
        var told = (await own.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray().Single();
        var day = waiting.GetProperty("executesAt").GetDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(("record_erases", day), (told.GetProperty("kind").GetString(), told.GetProperty("day").GetString()));
        await own.PostAsync(Erasing.Path(person.ServiceUserId, $"/{asked}/cancellation")).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task If_it_goes_through_all_the_same_their_account_is_kept_and_the_certificate_says_so()
    {
        var (person, practitioner) = await OpenedAsync();
        var code = await (await installation.RepresentedAsync(person)).Representative.Client(installation).EraseAsync(person.ServiceUserId);
        var account = await installation.ClaimedAsync(practitioner, person.ServiceUserId);
        await installation.RunErasuresAsync();
        Assert.NotEmpty(await installation.RowsOfAsync(person.ServiceUserId));

        await installation.ExecuteAsync($"UPDATE rights.erasure SET executes_at = now() WHERE service_user_id = '{person.ServiceUserId}'");
        await installation.RunErasuresAsync();

        var certificate = await installation.CertificateAsync(code);
        Assert.Equal(("represented", "kept"), (certificate.GetProperty("ground").GetString(), certificate.GetProperty("account").GetString()));
        Assert.Contains("The account is kept.", certificate.GetProperty("words").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
        await account.Client(installation).GetAsync("/api/v1/account/standing").AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_for_the_end_of_keeping_is_called_off_because_somebody_came()
    {
        var (person, practitioner) = await OpenedAsync();
        await installation.ExecuteAsync($"""
            INSERT INTO rights.erasure (service_user_id, id, ground, state, keeps_account, asked_at, confirmed_at, executes_at, given_back, version)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', 'retention', 'confirmed', false, now(), now(), now(), 0, 1);
            """);

        var own = (await installation.ClaimedAsync(practitioner, person.ServiceUserId)).Client(installation);
        await installation.RunErasuresAsync();

        Assert.Equal("cancelled", (await own.JsonAsync(Erasing.Path(person.ServiceUserId)))[0].GetProperty("state").GetString());
    }

    /// <summary>A record whose person has no account, and the practitioner who opened it with them.</summary>
    private async Task<(Given.Person Person, HttpClient Practitioner)> OpenedAsync()
    {
        var project = await installation.ProjectAsync();
        var opener = await installation.RoleAsync(Role.Practitioner, project);
        return (new Given.Person(await opener.Client(installation).OpenedAsync(project), project, opener), opener.Client(installation));
    }
}
