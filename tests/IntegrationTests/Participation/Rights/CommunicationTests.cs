using System.Globalization;
using System.Net;
using System.Text.Json;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Files;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.WebApi.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>LRSSS, s. 18 and 265: what left a record stands in its register, and an operator finds whom an incident concerns.</summary>
[Collection(InstallationTests.Name)]
public sealed class CommunicationTests(Installation installation)
{
    [Fact]
    public async Task A_file_that_somebody_takes_and_what_a_system_reads_are_shown_to_the_person()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read));
        var system = await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read);
        await practitioner.Client(installation).GetAsync($"{At(person)}/network/export").AnswersAsync(HttpStatusCode.OK);
        await system.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await own.GetAsync($"{At(person)}/network/export").AnswersAsync(HttpStatusCode.OK);

        var first = await own.JsonAsync($"{At(person)}/communications?limit=2");
        var rest = await own.JsonAsync($"{At(person)}/communications?limit=2&cursor={first.GetProperty("next").GetString()}");

        var all = first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray())
            .Select(one => (one.GetProperty("form").GetString(), one.GetProperty("recipientKind").GetString(), one.GetProperty("tabs")[0].GetString(), one.GetProperty("ground").GetString()));
        Assert.Equal([("file", "person", "network", "asked_by_person"), ("reading", "account", "plan", "sharing"), ("file", "account", "network", "sharing")], all);
    }

    [Theory]
    [InlineData(Databases.AppLogin, "INSERT INTO participation.communication SELECT * FROM participation.communication LIMIT 0")]
    [InlineData(Databases.AppLogin, "UPDATE participation.communication SET form = 'print'")]
    [InlineData(Databases.WorkerLogin, "DELETE FROM participation.communication")]
    [InlineData(Databases.WorkerLogin, "UPDATE participation.tombstone SET reason = 'erased'")]
    [InlineData(Databases.AppLogin, "DELETE FROM participation.tombstone")]
    public async Task No_login_of_the_program_writes_them_past_the_functions(string login, string statement)
    {
        var databases = installation.App.Services.GetRequiredService<Databases>();
        await using var connection = await (login == Databases.AppLogin ? databases.App : databases.Worker).OpenConnectionAsync();
        await using var command = new NpgsqlCommand(statement, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Erasing_tells_every_system_that_ever_had_a_place_and_every_study_that_ever_had_a_yes()
    {
        var person = await installation.PersonAsync();
        var system = await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read);
        var (own, project, study) = (person.Account.Client(installation), $"{person.ProjectId}", await installation.StudyAsync(person.ProjectId, "housing"));
        await own.SaysYesAsync(person.ServiceUserId, "research_study", $"{study}");
        await own.SaysYesAsync(person.ServiceUserId, "project_statistics", project);
        await own.SaysNoAsync(person.ServiceUserId, "project_statistics", project);
        await using (var scope = installation.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ITombstones>().AddAsync(person.ServiceUserId, TombstoneReason.Erased, null, CancellationToken.None);
        }

        var told = (await system.Client(installation).JsonAsync("/api/v1/tombstones")).GetProperty("items");

        Assert.Equal("erased", told[0].GetProperty("reason").GetString());
        Assert.Equal(2L, await installation.OneAsync<long>(
            $"SELECT count(*) FROM participation.tombstone WHERE service_user_id = '{person.ServiceUserId}' AND reason = 'erased' AND (kind, subject) IN (('research_study', '{study}'), ('project_statistics', '{project}'))"));
    }

    [Fact]
    public async Task An_operator_takes_a_register_for_an_authority_with_the_names_of_whoever_received_and_that_is_entered_in_it()
    {
        var person = await installation.PersonAsync();
        var (own, system) = (person.Account.Client(installation), await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read));
        var study = await installation.StudyAsync(person.ProjectId, "housing");
        await installation.ExecuteAsync($"""
            UPDATE participation.account SET display_name_sealed = {installation.SealedName("=Logiciel, dit \"Inventé\"")} WHERE id = '{system.AccountId}';
            UPDATE participation.research_study SET title_fr = 'Étude inventée', title_en = 'An invented study' WHERE id = '{study}';
            """);
        await own.GetAsync($"{At(person)}/network/export").AnswersAsync(HttpStatusCode.OK);
        await system.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"""
            INSERT INTO participation.communication VALUES
                ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', now() + interval '1 second', 'dataset', ARRAY['plan'], 'study', '{study}', 'research', 'consent', NULL);
            """);
        var file = Path.GetTempFileName();

        var count = await CommunicationsVerb.ExportAsync(installation.App, $"{person.ServiceUserId}", file);

        var lines = CsvText.Read(await File.ReadAllTextAsync(file)).Select(line => line.Cells!).ToList();
        File.Delete(file);
        Assert.Equal(3, count);
        Assert.Equal(["at", "form", "tabs", "recipient_kind", "recipient_id", "recipient", "organisation", "study_fr", "study_en", "purpose", "ground"], lines[0]);
        Assert.Equal(["file", "network", "person", "", "", "", "", "", "own_use", "asked_by_person"], lines[1][1..]);
        Assert.Equal(["reading", "plan", "account", $"{system.AccountId}", "'=Logiciel, dit \"Inventé\"", "Organisme inventé", "", "", "accompaniment", "sharing"], lines[2][1..]);
        Assert.Equal(["dataset", "plan", "study", $"{study}", "", "", "Étude inventée", "An invented study", "research", "consent"], lines[3][1..]);
        Assert.True(DateTimeOffset.TryParse(lines[1][0], CultureInfo.InvariantCulture, out _));
        var newest = (await own.JsonAsync($"{At(person)}/communications")).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(newest, one => (one.GetProperty("recipientKind").GetString(), one.GetProperty("ground").GetString()) == ("authority", "law"));
        Assert.Contains(newest, one => one.GetProperty("study") is { ValueKind: JsonValueKind.Object } title && title.GetProperty("en").GetString() == "An invented study");
        Assert.Contains(newest, one => one.GetProperty("organisation").GetString() == "Organisme inventé");
    }

    [Fact]
    public async Task An_incident_finds_whom_it_concerns_by_account_and_project_and_time()
    {
        var (person, other) = (await installation.PersonAsync(), await installation.PersonAsync());
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        await practitioner.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        var elsewhere = await installation.MemberAsync(other, Role.Practitioner, AccessLevel.Read);
        await elsewhere.Client(installation).GetAsync($"{At(other)}/plan").AnswersAsync(HttpStatusCode.OK);

        var byAccount = await ConcernedAsync(-1, "--account", $"{practitioner.AccountId}");
        var byProject = await ConcernedAsync(-1, "--project", $"{other.ProjectId}");
        var before = await ConcernedAsync(-3, "--account", $"{practitioner.AccountId}");

        Assert.Equal([$"{person.ServiceUserId}"], byAccount);
        Assert.Equal([$"{other.ServiceUserId}"], byProject);
        Assert.Empty(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_incident_in_a_project_concerns_whom_its_people_read_in_an_emergency_or_represent(bool emergency)
    {
        var (person, reader) = (await installation.PersonAsync(), await installation.AccountAsync());
        var (id, at) = (Guid.CreateVersion7(), $"{At(person)}/plan");
        // An hour ago, so that opening it is not what is found.
        await installation.ExecuteAsync(emergency
            ? $"""
                UPDATE participation.project SET emergency_hours = 8 WHERE id = '{person.ProjectId}';
                INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{reader.AccountId}', '{person.ProjectId}', 'practitioner', now());
                INSERT INTO participation.emergency_access (service_user_id, id, project_id, account_id, tabs, reason_sealed, opened_at, expires_at, version)
                    VALUES ('{person.ServiceUserId}', '{id}', '{person.ProjectId}', '{reader.AccountId}', ARRAY['plan'], '', now() - interval '1 hour', now() + interval '7 hours', 1);
                """
            : $"""
                INSERT INTO participation.representative
                    (service_user_id, id, project_id, account_id, kind, reads, decides_rights, ground_sealed, starts_on, ends_on, recorded_by, recorded_at, version)
                    VALUES ('{person.ServiceUserId}', '{id}', '{person.ProjectId}', '{reader.AccountId}', 'tutor', ARRAY['plan'], false, '', current_date - 1, current_date + 9,
                        '{reader.AccountId}', now() - interval '1 hour', 1);
                """);
        Assert.Empty(await ConcernedAsync(-1, "--project", $"{person.ProjectId}"));

        await reader.Client(installation).GetAsync(at).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal([$"{person.ServiceUserId}"], await ConcernedAsync(-1, "--project", $"{person.ProjectId}"));
    }

    [Theory]
    [InlineData("note", "--kind", "gossip", "--from", "2026-01-01", "--until", "2026-01-02")]
    [InlineData("note", "--kind", "loss", "--from", "2026-01-02", "--until", "2026-01-01")]
    [InlineData("people", "nobody")]
    public async Task What_is_no_incident_is_refused_in_words(params string[] args) =>
        Assert.StartsWith("incident note", (await Assert.ThrowsAsync<VerbMisused>(() => IncidentVerb.RunAsync(installation.App, args, TextWriter.Null))).Message);

    /// <summary>The ids that the verb prints for an incident of two hours.</summary>
    private async Task<string[]> ConcernedAsync(int hours, params string[] where)
    {
        var from = TimeProvider.System.GetUtcNow().AddHours(hours);
        await using var noted = new StringWriter();
        await IncidentVerb.RunAsync(installation.App, ["note", "--kind", "access", "--from", from.ToString("O"), "--until", from.AddHours(2).ToString("O"), .. where], noted);
        await using var people = new StringWriter();
        await IncidentVerb.RunAsync(installation.App, ["people", noted.ToString().Trim()["Noted: ".Length..]], people);
        return [.. people.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')[0])];
    }

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}";
}
