using System.Net;
using System.Text;
using Barometre.Application.Participation.Circle;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Rights.Erasures;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.CoProduction;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Rights;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Rights;

/// <summary>A copy, and erasing, for people who do not act themselves: whom somebody represents in law, and who have no account.</summary>
public sealed class RepresentedTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private const string Alone = "À la personne seule 9c41";
    private const string Open = "Ouvert au cercle 9c41";

    [Fact]
    public async Task Whoever_decides_in_the_persons_rights_takes_a_copy_along_without_what_is_the_persons_alone()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        await installation.MemberAsync(person, Role.Relative, AccessLevel.Read);
        await KeepToThemselfAsync(person, own);
        var representative = await RepresentedAsync(person, decidesRights: true);
        var persons = await Archived.OfAsync(installation, person);

        var (id, archive) = await TakenAsync(representative, person.ServiceUserId);

        Assert.DoesNotContain("account.json", archive.Paths);
        Assert.All(["coproduction.note", "coproduction.note_fact", "coproduction.effects_showing", "coproduction.visit", "participation.register_entry"], table => Assert.Empty(archive.Rows(table)));
        Assert.All(["coproduction.note", "coproduction.note_fact", "coproduction.visit"], table => Assert.NotEmpty(persons.Rows(table)));
        Assert.Equal(["change"], archive.Rows("coproduction.effects_answer").Select(row => row.GetProperty("family").GetString()));
        Assert.Equal((1, 2), (archive.Rows("coproduction.effects_sheet").Count, persons.Rows("coproduction.effects_sheet").Count));
        Assert.All(archive.Paths, path => Assert.DoesNotContain(Alone, Encoding.UTF8.GetString(archive[path]), StringComparison.Ordinal));
        Assert.Equal(Open, archive.Rows("quality_of_life.comment").Single().GetProperty("words").GetString());
        Assert.Equal((Open, "needs.food"), (archive.Rows("coproduction.agenda_fact").Single().GetProperty("words").GetString(), archive.Rows("coproduction.agenda_item").Single().GetProperty("theme").GetString()));
        Assert.Equal(Open, archive.Rows("coproduction.message_fact").Single().GetProperty("words").GetString());
        Assert.Equal(6, persons.Paths.Sum(path => Encoding.UTF8.GetString(persons[path]).Split(Alone).Length - 1));
        Assert.Equal(1, await installation.CountAsync($"""
            SELECT count(*) FROM participation.communication WHERE service_user_id = '{person.ServiceUserId}' AND form = 'archive' AND recipient_kind = 'account'
               AND recipient_id = '{representative.AccountId}' AND ground = 'representative'
            """));
        // The person sees theirs and that one; the representative, that one alone.
        Assert.Equal(2, (await own.JsonAsync(Archived.Path(person.ServiceUserId))).GetArrayLength());
        var listed = (await representative.Client(installation).JsonAsync(Archived.Path(person.ServiceUserId))).EnumerateArray().Single();
        Assert.Equal((id, false), (listed.GetProperty("archiveId").GetGuid(), listed.GetProperty("whole").GetBoolean()));
    }

    [Fact]
    public async Task The_persons_own_copy_is_had_by_nobody_else_and_of_a_frozen_record_nobody_else_has_any()
    {
        var person = await installation.PersonAsync();
        var (own, others) = (person.Account.Client(installation), Guid.CreateVersion7());
        var (reader, representative) = (await RepresentedAsync(person, decidesRights: false), await RepresentedAsync(person, decidesRights: true));
        await Archived.OfAsync(installation, person);
        var persons = (await own.JsonAsync(Archived.Path(person.ServiceUserId)))[0].GetProperty("archiveId").GetGuid();
        var (theirs, _) = await TakenAsync(representative, person.ServiceUserId);
        var client = representative.Client(installation);

        await client.GetAsync(Archived.Path(person.ServiceUserId, $"/{persons}/file")).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await client.PutAsync(Archived.Path(person.ServiceUserId, $"/{persons}"), new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.id-reused");
        await reader.Client(installation).PutAsync(Archived.Path(person.ServiceUserId, $"/{others}"), new { }).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/freezes/{Guid.CreateVersion7()}", new { }).AnswersAsync(HttpStatusCode.NoContent);
        await client.GetAsync(Archived.Path(person.ServiceUserId, $"/{theirs}/file")).RefusesAsync(HttpStatusCode.Conflict, "rights.frozen");
        await client.PutAsync(Erasing.Path(person.ServiceUserId, $"/{others}"), new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.frozen");
        await own.GetAsync(Archived.Path(person.ServiceUserId, $"/{persons}/file")).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Beside_a_person_without_an_account_the_practitioner_takes_a_copy_with_them_and_erases_nothing()
    {
        var project = await installation.ProjectAsync();
        var (opener, second) = (await installation.RoleAsync(Role.Practitioner, project), await installation.RoleAsync(Role.Practitioner, project));
        var person = await opener.Client(installation).OpenedAsync(project);
        await installation.JoinAsync(new Given.Person(person, project, opener), second, Role.Practitioner, AccessLevel.Contribute, project);

        var (id, archive) = await TakenAsync(opener, person);

        Assert.Equal("Zéphyr l’Inventé", archive.Rows("participation.service_user").Single().GetProperty("called_name").GetString());
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM participation.communication WHERE service_user_id = '{person}' AND recipient_id = '{opener.AccountId}' AND ground = 'asked_by_person'"));
        Assert.Equal(HttpStatusCode.Forbidden, (await second.Client(installation).PutAsync(Archived.Path(person, $"/{Guid.CreateVersion7()}"), new { })).StatusCode);
        await opener.Client(installation).PutAsync(Erasing.Path(person, $"/{Guid.CreateVersion7()}"), new { }).RefusesAsync(HttpStatusCode.Forbidden, "rights.erasure-not-beside");
        await opener.Client(installation).GetAsync(Erasing.Path(person)).RefusesAsync(HttpStatusCode.Forbidden, "rights.erasure-not-beside");
        // Once it is the person's, it is theirs to take along, and the copy that was taken beside them is theirs to see.
        var account = await installation.ClaimedAsync(opener.Client(installation), person);
        await opener.Client(installation).GetAsync(Archived.Path(person, $"/{id}/file")).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        Assert.Equal(id, (await account.Client(installation).JsonAsync(Archived.Path(person)))[0].GetProperty("archiveId").GetGuid());
    }

    [Fact]
    public async Task Whoever_represents_a_person_without_an_account_has_the_record_erased_and_the_certificate_says_in_whose_right()
    {
        var project = await installation.ProjectAsync();
        var opener = await installation.RoleAsync(Role.Practitioner, project);
        var person = await opener.Client(installation).OpenedAsync(project);
        var representative = await RepresentedAsync(new Given.Person(person, project, opener), decidesRights: true);

        var code = await representative.Client(installation).EraseAsync(person);
        await installation.RunErasuresAsync();

        var certificate = await installation.CertificateAsync(code);
        Assert.Equal(("represented", "none"), (certificate.GetProperty("ground").GetString(), certificate.GetProperty("account").GetString()));
        Assert.Contains("whoever represented the person in law", certificate.GetProperty("words").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Empty(await installation.RowsOfAsync(person));
        // Nobody's account but the person's goes with a record.
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM participation.account WHERE id = '{representative.AccountId}'"));
    }

    [Fact]
    public async Task A_person_who_can_sign_in_is_told_and_has_thirty_days_to_call_it_off_and_what_they_asked_is_theirs()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var client = (await RepresentedAsync(person, decidesRights: true)).Client(installation);
        var (asked, version) = await client.AskedAsync(person.ServiceUserId);
        var confirmed = (await (await client.ConfirmAsync(person.ServiceUserId, asked, version)).BodyAsync(HttpStatusCode.OK)).GetProperty("erasure");

        Assert.Equal(TimeSpan.FromDays(30), confirmed.GetProperty("executesAt").GetDateTimeOffset() - confirmed.GetProperty("confirmedAt").GetDateTimeOffset());
        Assert.Equal("represented", (await own.JsonAsync(Erasing.Path(person.ServiceUserId)))[0].GetProperty("ground").GetString());
        await installation.SendAsync(new TellErasureCommand(person.ServiceUserId, asked));
        var told = (await own.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("record_erases", told.GetProperty("kind").GetString());
        await own.PostAsync(Erasing.Path(person.ServiceUserId, $"/{asked}/cancellation")).AnswersAsync(HttpStatusCode.OK);
        await installation.SendAsync(new TellErasureCommand(person.ServiceUserId, asked));
        Assert.Empty((await own.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray());
        // Asked for when it was confirmed, and when it was called off.
        Assert.Equal(2, await installation.CountAsync($"SELECT count(*) FROM jobs.request WHERE work = 'rights.tell-erasure' AND data ->> 'erasure' = '{asked}'"));

        var (theirs, next) = await own.AskedAsync(person.ServiceUserId);
        Assert.Equal("rights.erasure-is-the-persons", (await (await client.ConfirmAsync(person.ServiceUserId, theirs, next)).BodyAsync(HttpStatusCode.Conflict)).Code());
        await client.PostAsync(Erasing.Path(person.ServiceUserId, $"/{theirs}/cancellation")).RefusesAsync(HttpStatusCode.Conflict, "rights.erasure-is-the-persons");
    }

    /// <summary>Six words of the person's alone, each of its own kind, beside what others may read.</summary>
    private async Task KeepToThemselfAsync(Given.Person person, HttpClient own)
    {
        var at = Rated.Now.AddMinutes(-5);
        await own.PutAsync(Told.Path(person.ServiceUserId, $"notes/{Guid.CreateVersion7()}"), new { words = Alone, at }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Rated.Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.housing", words = Alone, at }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Rated.Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.food", words = Open, at }).AnswersAsync(HttpStatusCode.OK);
        await own.SaidAsync(person.ServiceUserId, Told.Theme("needs.housing"), Alone);
        await own.SaidAsync(person.ServiceUserId, Told.Theme("needs.food"), Open);
        await own.PutAsync(Rated.Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed = true }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/overview/seen", new { until = Rated.Now }).AnswersAsync(HttpStatusCode.OK);
        var key = await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(person.ServiceUserId, CancellationToken.None);
        await installation.ExecuteAsync(
            $"UPDATE participation.circle_member SET label_sealed = '\\x{Convert.ToHexString(key.Seal(InviteToCircleCommand.LabelColumn, Alone))}' WHERE service_user_id = '{person.ServiceUserId}'");
        await SaidInMeetingAsync(person, "needs.housing", key.Seal("coproduction.agenda_fact.words", Alone));
        await SaidInMeetingAsync(person, "needs.food", key.Seal("coproduction.agenda_fact.words", Open));
        await SheetAsync(person, "process");
        await SheetAsync(person, "change");
    }

    /// <summary>A meeting in which something was said on a theme.</summary>
    private async Task SaidInMeetingAsync(Given.Person person, string theme, byte[] words)
    {
        var (meeting, item, act) = (Guid.CreateVersion7(), Guid.CreateVersion7(), $"'{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now()");
        await installation.ExecuteAsync($"""
            INSERT INTO coproduction.meeting (service_user_id, id, opened_by, perspective, setting, at, state, state_since, version)
                VALUES ('{person.ServiceUserId}', '{meeting}', '{person.Account.AccountId}', 'service_user', 'alone', now(), 'under_way', now(), 1);
            INSERT INTO coproduction.agenda_item (service_user_id, id, meeting_id, thing_kind, theme, at, rank)
                VALUES ('{person.ServiceUserId}', '{item}', '{meeting}', 'theme', '{theme}', now(), 1);
            INSERT INTO coproduction.agenda_fact (service_user_id, id, meeting_id, item_id, kind, words_sealed, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{meeting}', '{item}', 'said', '\x{Convert.ToHexString(words)}', {act});
            """);
    }

    /// <summary>A sheet of perceived effects with one answer.</summary>
    private async Task SheetAsync(Given.Person person, string family)
    {
        var sheet = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO coproduction.effects_sheet (service_user_id, id, subject_kind, subject_id, questionnaire, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{person.ServiceUserId}', '{sheet}', 'service', '{person.ProjectId}', '1.0.0', '{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now());
            INSERT INTO coproduction.effects_answer (service_user_id, id, sheet_id, item, family, kind, rating, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{sheet}', '{family}.one', '{family}', 'rating', 40, '{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now());
            INSERT INTO coproduction.effects_showing (service_user_id, id, sheet_id, member_id, shown, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{sheet}', '{Guid.CreateVersion7()}', true, '{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now());
            """);
    }

    private async Task<Given.SignedIn> RepresentedAsync(Given.Person person, bool decidesRights) => (await installation.RepresentedAsync(person, decidesRights)).Representative;

    private async Task<(Guid Id, Archived Archive)> TakenAsync(Given.SignedIn by, Guid person)
    {
        var (client, id) = (by.Client(installation), Guid.CreateVersion7());
        await client.PutAsync(Archived.Path(person, $"/{id}"), new { language = "fr" }).AnswersAsync(HttpStatusCode.OK);
        await installation.SendAsync(new MakeArchiveCommand(person, id));
        return (id, new Archived(await client.GetByteArrayAsync(new Uri(Archived.Path(person, $"/{id}/file"), UriKind.Relative))));
    }
}
