using Barometre.Application.Rights.Erasures;
using Barometre.Domain.Rights.Retention;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>Who is told that a record will be closed or erased, and until when.</summary>
public sealed class RetentionNoticeTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Fact]
    public async Task The_person_and_whoever_decides_in_their_rights_are_each_told_once_and_not_any_more_once_somebody_came_back()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var (decides, reads) = (await installation.RepresentedLongAgoAsync(person, decidesRights: true), await installation.RepresentedLongAgoAsync(person, decidesRights: false));
        Given.SignedIn[] others = [reads, await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read), await installation.RoleAsync(Role.Coordinator, person.ProjectId)];

        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(person));
        Assert.Equal(RetentionStep.None, await installation.StepAsync(person));

        await AllAreToldAsync(person, ["record_closes"], person.Account, decides);
        await AllAreToldAsync(person, [], others);
        await installation.PassAsync(person, "closes_at");
        Assert.Equal(RetentionStep.Close, await installation.StepAsync(person));
        await installation.PassAsync(person, "erases_at");
        Assert.Equal(RetentionStep.AnnounceErasing, await installation.StepAsync(person));
        await AllAreToldAsync(person, ["record_closes", "record_erases"], person.Account, decides);
        await AllAreToldAsync(person, [], others);

        await person.Account.Client(installation).GoalAsync(person.ServiceUserId, "Je suis là");
        Assert.Equal(RetentionStep.Forget, await installation.StepAsync(person));
        await AllAreToldAsync(person, [], [person.Account, decides, .. others]);
    }

    [Fact]
    public async Task Of_a_record_without_an_account_coordinators_are_told_beside_practitioners_and_alone_once_it_is_closed()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var (practitioner, coordinator) = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read), await installation.RoleAsync(Role.Coordinator, person.ProjectId));
        var (elsewhere, keptOut) = (await installation.RoleAsync(Role.Coordinator, await installation.ProjectAsync()), await installation.RoleAsync(Role.Coordinator, person.ProjectId));
        await installation.ExecuteAsync($"""
            UPDATE participation.service_user SET account_id = NULL WHERE service_user_id = '{person.ServiceUserId}';
            INSERT INTO participation.restriction (service_user_id, id, account_id, by, ground, since)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{keptOut.AccountId}', '{practitioner.AccountId}', 'together', now());
            """);

        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(person));
        await AllAreToldAsync(person, ["record_closes"], practitioner, coordinator);
        await AllAreToldAsync(person, [], elsewhere, keptOut);
        await installation.PassAsync(person, "closes_at");
        Assert.Equal(RetentionStep.Close, await installation.StepAsync(person));
        await AllAreToldAsync(person, [], practitioner);
        await installation.PassAsync(person, "erases_at");
        Assert.Equal(RetentionStep.AnnounceErasing, await installation.StepAsync(person));

        await AllAreToldAsync(person, ["record_closes", "record_erases"], coordinator);
        await AllAreToldAsync(person, [], practitioner, elsewhere, keptOut);
    }

    [Fact]
    public async Task Whoever_comes_to_decide_in_the_persons_rights_after_the_announcement_is_told_and_whoever_does_so_no_more_is_not()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var before = await installation.RepresentedLongAgoAsync(person, decidesRights: true);
        await installation.StepAsync(person);

        var after = await installation.RepresentedLongAgoAsync(person, decidesRights: true);
        await installation.ExecuteAsync($"UPDATE participation.representative SET ended_at = now() WHERE account_id = '{before.AccountId}'");
        Assert.Equal(RetentionStep.None, await installation.StepAsync(person));

        await AllAreToldAsync(person, ["record_closes"], person.Account, after);
        await AllAreToldAsync(person, [], before);
    }

    [Fact]
    public async Task What_a_representative_asked_for_is_told_to_the_person_still_when_that_very_act_undoes_what_was_announced()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var representative = (await installation.RepresentedLongAgoAsync(person, decidesRights: true)).Client(installation);
        await installation.StepAsync(person);
        var (asked, version) = await representative.AskedAsync(person.ServiceUserId);
        await representative.ConfirmAsync(person.ServiceUserId, asked, version).AnswersAsync(System.Net.HttpStatusCode.OK);
        await installation.SendAsync(new TellErasureCommand(person.ServiceUserId, asked));

        Assert.Equal(RetentionStep.Forget, await installation.StepAsync(person));

        await AllAreToldAsync(person, ["record_erases"], person.Account);
    }

    [Fact]
    public async Task An_erasing_called_off_takes_nothing_back_of_what_was_announced()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        await installation.StepAsync(person);
        var erasure = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO rights.erasure (service_user_id, id, account_id, ground, state, keeps_account, asked_at, confirmed_at, executes_at, cancelled_at, version)
                VALUES ('{person.ServiceUserId}', '{erasure}', '{person.Account.AccountId}', 'represented', 'cancelled', true, now(), now(), now() + interval '30 days', now(), 3);
            """);

        await installation.SendAsync(new TellErasureCommand(person.ServiceUserId, erasure));

        await AllAreToldAsync(person, ["record_closes"], person.Account);
    }

    private async Task AllAreToldAsync(Given.Person person, string[] kinds, params Given.SignedIn[] accounts)
    {
        foreach (var account in accounts)
        {
            Assert.Equal(kinds, await installation.ToldAsync(account, person));
        }
    }
}
