using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.Strengths;
using Npgsql;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>The person says no while somebody writes: whichever transaction comes first is committed before the other decides.</summary>
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

    private async Task<(Given.Person Person, HttpClient Practitioner)> ArrangeAsync()
    {
        var person = await installation.PersonAsync();
        return (person, (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
    }

    private static Task<HttpResponseMessage> WriteAsync(HttpClient practitioner, Given.Person person) =>
        practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Une force inventée"), "joint");

    private async Task<Held> HoldAsync(Guid person, bool exclusive)
    {
        var connection = await installation.Owner.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock{(exclusive ? "" : "_shared")}(hashtextextended('{person}', 5517042))", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new Held(connection, transaction);
    }

    // Until somebody stands in the queue behind the one who holds.
    private async Task WaitingAsync(Guid person)
    {
        for (var look = 0; look < 200; look++)
        {
            var waiting = await installation.OneAsync<long>($"""
                SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                   AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('{person}', 5517042)
                """);
            if (waiting > 0)
            {
                return;
            }

            await Task.Delay(25);
        }

        Assert.Fail("Nobody waited.");
    }

    private sealed record Held(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
