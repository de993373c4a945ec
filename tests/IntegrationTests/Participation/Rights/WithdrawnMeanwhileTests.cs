using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.Strengths;
using Npgsql;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>The person says no, or takes a place or a tab away, while somebody writes: whichever transaction comes first is committed before the other decides.</summary>
[Collection(InstallationTests.Name)]
public sealed class WithdrawnMeanwhileTests(Installation installation)
{
    [Fact]
    public async Task What_was_begun_before_is_kept_and_the_no_waits_for_it()
    {
        var (person, practitioner) = await ArrangeAsync();
        await using var writer = await HoldAsync(person.ServiceUserId, exclusive: false);

        var no = person.Account.Client(installation).AnswerAsync(person.ServiceUserId, "care", "", false);
        await WaitingAsync(person.ServiceUserId);
        Assert.False(no.IsCompleted);
        await writer.DisposeAsync();

        await no.AnswersAsync(HttpStatusCode.OK);
        await WriteAsync(practitioner, person).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_comes_while_a_no_is_being_said_waits_for_it_and_is_refused()
    {
        var (person, practitioner) = await ArrangeAsync();
        await using var decider = await HoldAsync(person.ServiceUserId, exclusive: true);

        var writing = WriteAsync(practitioner, person);
        await WaitingAsync(person.ServiceUserId);
        await using (var close = new NpgsqlCommand($"UPDATE participation.service_user SET care_closed = true WHERE service_user_id = '{person.ServiceUserId}'", decider.Connection, decider.Transaction))
        {
            await close.ExecuteNonQueryAsync();
        }

        await decider.Transaction.CommitAsync();

        await writing.AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task However_they_race_nothing_is_written_after_the_no()
    {
        var (person, practitioner) = await ArrangeAsync();
        var own = person.Account.Client(installation);

        var writings = Enumerable.Range(0, 12).Select(_ => WriteAsync(practitioner, person)).ToList();
        await own.SaysNoAsync(person.ServiceUserId, "care");
        var statuses = await Task.WhenAll(writings.Select(async writing => (await writing).StatusCode));

        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound));
        var late = await installation.OneAsync<long>($"""
            SELECT count(*) FROM strengths.strength_fact s JOIN participation.consent_fact f USING (service_user_id) WHERE s.service_user_id = '{person.ServiceUserId}' AND s.recorded_at > f.recorded_at
            """);
        Assert.Equal(0L, late);
    }

    public static TheoryData<string> TakenAway => ["removal", "tabs", "leaving", "moving", "no", "together", "role", "representation"];

    [Theory]
    [MemberData(nameof(TakenAway))]
    public async Task Taking_access_away_waits_for_what_was_begun_before_and_nothing_is_written_afterwards(string how)
    {
        var (person, practitioner, member) = how == "representation" ? await RepresentedAsync() : await PlacedAsync();
        await PutForwardAsync(how, member);
        await using var writer = await HoldAsync(person.ServiceUserId, exclusive: false);

        var taking = TakeAwayAsync(how, person, member);
        await WaitingAsync(person.ServiceUserId);
        Assert.False(taking.IsCompleted);
        await writer.DisposeAsync();

        Assert.True((await taking).IsSuccessStatusCode);
        await ActAsync(how, practitioner, person).AnswersAsync(Refused(how));
    }

    [Theory]
    [MemberData(nameof(TakenAway))]
    public async Task What_comes_while_access_is_being_taken_away_waits_for_that_and_is_refused(string how)
    {
        var (person, practitioner, member) = how == "representation" ? await RepresentedAsync() : await PlacedAsync();
        await PutForwardAsync(how, member);
        // Whoever takes the place away stops at its row, with the record held.
        await using var place = await LockAsync($"SELECT 1 FROM participation.{(how == "representation" ? "representative" : "circle_member")} WHERE id = '{member}' FOR UPDATE");
        var taking = TakeAwayAsync(how, person, member);
        await LockedAsync(person.ServiceUserId, "granted AND mode = 'ExclusiveLock'");

        var writing = ActAsync(how, practitioner, person);
        await WaitingAsync(person.ServiceUserId);
        await place.DisposeAsync();

        Assert.True((await taking).IsSuccessStatusCode);
        await writing.AnswersAsync(Refused(how));
    }

    // To whom the person has not said yes yet.
    private Task PutForwardAsync(string how, Guid member) =>
        how == "no" ? installation.ExecuteAsync($"UPDATE participation.circle_member SET confirmed_at = NULL WHERE id = '{member}'") : Task.CompletedTask;

    private static HttpStatusCode Refused(string how) => how is "tabs" or "together" ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;

    private async Task<HttpResponseMessage> TakeAwayAsync(string how, Given.Person person, Guid member)
    {
        var (own, at) = (person.Account.Client(installation), $"/api/v1/service-users/{person.ServiceUserId}");
        return await (how switch
        {
            "removal" => own.DeleteAsync($"{at}/circle/{member}"),
            "tabs" => own.PutAsync($"{at}/circle/{member}/sharing", Calls.Sharing(AccessLevel.None), version: 1),
            "together" => own.PutAsync($"{at}/circle/{member}/together", new { until = (DateTimeOffset?)null }),
            "leaving" => own.DeleteAsync($"{at}/projects/{person.ProjectId}"),
            "moving" => own.PostAsync($"{at}/moves", new { fromProjectId = person.ProjectId, toProjectId = await installation.ProjectAsync() }),
            "role" => (await installation.CoordinatorAsync(person)).DeleteAsync($"/api/v1/projects/{person.ProjectId}/roles/{await RoleOfAsync(member)}"),
            "representation" => (await installation.CoordinatorAsync(person)).DeleteAsync(Representing.Path(person, member)),
            _ => own.PutAsync($"{at}/circle/{member}/confirmation", new { yes = false }),
        });
    }

    private async Task<(Given.Person Person, HttpClient Practitioner)> ArrangeAsync()
    {
        var (person, practitioner, _) = await PlacedAsync();
        return (person, practitioner);
    }

    private async Task<(Given.Person Person, HttpClient Practitioner, Guid Member)> PlacedAsync()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        return (person, practitioner.Client(installation), await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId));
    }

    private async Task<(Given.Person Person, HttpClient Representative, Guid Id)> RepresentedAsync()
    {
        var person = await installation.PersonAsync();
        var (representative, id) = await installation.RepresentedAsync(person);
        // The job that tells the person of it holds the record too: it comes first.
        await LookAsync($"SELECT count(*) FROM accomplishment_plan.reminder WHERE service_user_id = '{person.ServiceUserId}' AND kind = 'represented'");
        return (person, representative.Client(installation), id);
    }

    private Task<Guid> RoleOfAsync(Guid member) =>
        installation.OneAsync<Guid>($"SELECT r.id FROM participation.role_assignment r JOIN participation.circle_member m USING (account_id, project_id, role) WHERE m.id = '{member}'");

    // What the access lets them do: a practitioner writes in a tab, a representative decides in the person's rights.
    private static Task<HttpResponseMessage> ActAsync(string how, HttpClient by, Given.Person person) =>
        how == "representation" ? by.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner" }) : WriteAsync(by, person);

    private static Task<HttpResponseMessage> WriteAsync(HttpClient practitioner, Given.Person person) =>
        practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Une force inventée"), "joint");

    private Task<Held> HoldAsync(Guid person, bool exclusive) =>
        LockAsync($"SELECT pg_advisory_xact_lock{(exclusive ? "" : "_shared")}(hashtextextended('{person}', 5517042))");

    private async Task<Held> LockAsync(string sql)
    {
        var connection = await installation.Owner.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new Held(connection, transaction);
    }

    // Until somebody stands in the queue behind the one who holds.
    private Task WaitingAsync(Guid person) => LockedAsync(person, "NOT granted");

    // Until somebody holds the record, or waits for it, in that way.
    private Task LockedAsync(Guid person, string how) => LookAsync($"""
        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND {how}
           AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('{person}', 5517042)
        """);

    private async Task LookAsync(string count) => await Eventually.HappensAsync(async () => await installation.OneAsync<long>(count) > 0, TimeSpan.FromSeconds(30));

    private sealed record Held(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
