using System.Net;
using Barometre.Application.Rights.Erasures;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>What happens to an erasing at the same moment as something else: one defined outcome each.</summary>
public sealed class ErasureRaceTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_is_being_written_is_waited_for_and_goes_with_the_record()
    {
        var person = await installation.PersonAsync();
        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await using var databases = installation.Databases();
        await using var connection = await databases.App.OpenConnectionAsync();
        await using var writing = await connection.BeginTransactionAsync();
        // As every command begins.
        await using var begin = new NpgsqlCommand(
            $"SELECT set_config('barometre.person', '{person.ServiceUserId}', true), pg_advisory_xact_lock_shared(hashtextextended('{person.ServiceUserId}', 5517042))", connection, writing);
        await begin.ExecuteNonQueryAsync();

        var erasing = installation.RunErasuresAsync();
        await Task.Delay(300);
        Assert.False(erasing.IsCompleted);
        await using var write = new NpgsqlCommand($"INSERT INTO coproduction.visit VALUES ('{person.ServiceUserId}', '{person.Account.AccountId}', now())", connection, writing);
        await write.ExecuteNonQueryAsync();
        await writing.CommitAsync();
        await erasing.WaitAsync(Soon);

        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task Of_what_a_practitioner_sends_meanwhile_each_is_kept_before_or_refused_after_and_nothing_is_left()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await practitioner.GoalAsync(person.ServiceUserId, "Déjà là");
        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);

        var over = false;
        var writing = Enumerable.Range(0, 4).Select(async _ =>
        {
            List<HttpStatusCode> statuses = [];
            for (var last = false; !last;)
            {
                last = Volatile.Read(ref over);
                statuses.Add((await practitioner.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Planned.Goal("Un but de plus"))).StatusCode);
            }

            return statuses;
        }).ToList();
        await Task.Delay(100);
        await installation.RunErasuresAsync();
        Volatile.Write(ref over, true);
        var answers = (await Task.WhenAll(writing)).SelectMany(one => one).ToList();

        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{status}"));
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.NotFound, answers);
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_the_certificate_counts_everything_once()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        for (var i = 0; i < 5; i++)
        {
            await own.GoalAsync(person.ServiceUserId, $"Un but {i}", adopted: true);
        }

        var code = await own.EraseAsync(person.ServiceUserId);
        var due = (await installation.SendAsync(new ListDueErasuresQuery())).Single(one => one.ServiceUserId == person.ServiceUserId);
        await installation.SendAsync(new ShredRecordCommand(person.ServiceUserId, due.ErasureId));
        await installation.SendAsync(new DeleteRecordKeyCommand(person.ServiceUserId, due.ErasureId));
        // The process dies after some tables, in the middle of one.
        foreach (var table in (await installation.SendAsync(new ListPersonalTablesQuery())).TakeWhile(table => table != "accomplishment_plan.goal").Append("accomplishment_plan.goal"))
        {
            await installation.SendAsync(new DeletePersonalRowsCommand(person.ServiceUserId, due.ErasureId, table));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BrokenOffAsync(new FinishErasureCommand(person.ServiceUserId, due.ErasureId)));
        var completed = await Task.WhenAll(installation.RunErasuresAsync(), installation.RunErasuresAsync());

        Assert.Equal(1, completed.Sum());
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
        var told = (await installation.CertificateAsync(code)).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("table").GetString() == "accomplishment_plan.goal");
        Assert.Equal(5, told.GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task One_that_cannot_be_carried_out_holds_up_no_other_and_goes_on_later()
    {
        var (stuck, other) = (await installation.PersonAsync(), await installation.PersonAsync());
        foreach (var person in new[] { stuck, other })
        {
            await person.Account.Client(installation).GoalAsync(person.ServiceUserId, "Un but", adopted: true);
            await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        }

        // Not the last to be looked at.
        await installation.ExecuteAsync($"""
            UPDATE rights.erasure SET executes_at = executes_at - interval '1 hour' WHERE service_user_id = '{stuck.ServiceUserId}';
            CREATE FUNCTION rights.planted_failure() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END';
            CREATE TRIGGER planted_failure BEFORE DELETE ON accomplishment_plan.goal FOR EACH ROW WHEN (OLD.service_user_id = '{stuck.ServiceUserId}') EXECUTE FUNCTION rights.planted_failure();
            """);

        await Assert.ThrowsAsync<AggregateException>(installation.RunErasuresAsync);
        Assert.Empty(await installation.RowsOfAsync(other.ServiceUserId));
        Assert.NotEmpty(await installation.RowsOfAsync(stuck.ServiceUserId));
        await installation.ExecuteAsync("DROP FUNCTION rights.planted_failure CASCADE");
        await installation.RunErasuresAsync();

        Assert.Empty(await installation.RowsOfAsync(stuck.ServiceUserId));
    }

    [Fact]
    public async Task A_deleted_key_is_forgotten_by_every_node_at_once_and_none_is_made_anew()
    {
        var person = await installation.PersonAsync();
        await using var other = installation.Node();
        await other.StartAsync();
        var theirs = other.Services.GetRequiredService<IRecordKeys>();
        // Its connection listens by now, or will have forgotten what it kept before.
        await theirs.ForAsync(person.ServiceUserId, CancellationToken.None);

        await installation.App.Services.GetRequiredService<IRecordKeys>().DeleteAsync(person.ServiceUserId, CancellationToken.None);
        await Eventually.HappensAsync(async () => await IsGoneAsync(theirs, person.ServiceUserId), TimeSpan.FromSeconds(2));

        Assert.True(await IsGoneAsync(installation.App.Services.GetRequiredService<IRecordKeys>(), person.ServiceUserId));
        Assert.Empty(await theirs.ForManyAsync([person.ServiceUserId], CancellationToken.None));
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}' AND wrapped <> ''"));
        await other.StopAsync();
    }

    [Fact]
    public async Task What_a_late_job_left_is_swept_and_after_a_day_nothing_tells_that_there_was_a_record()
    {
        var person = await installation.PersonAsync();
        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();
        await installation.ExecuteAsync($"INSERT INTO coproduction.visit VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', now())");

        await installation.SendAsync(new SweepErasedCommand());
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
        await installation.ExecuteAsync($"UPDATE rights.trace SET since = since - interval '2 days' WHERE service_user_id = '{person.ServiceUserId}'");
        await installation.SendAsync(new SweepErasedCommand());

        Assert.Equal(0, await installation.CountAsync($"SELECT (SELECT count(*) FROM rights.trace WHERE service_user_id = '{person.ServiceUserId}') + (SELECT count(*) FROM vault.record_key WHERE service_user_id = '{person.ServiceUserId}')"));
    }

    private static async Task<bool> IsGoneAsync(IRecordKeys keys, Guid person)
    {
        try
        {
            await keys.ForAsync(person, CancellationToken.None);
            return false;
        }
        catch (NotFound)
        {
            return true;
        }
    }

    private async Task BrokenOffAsync<T>(MediatR.IRequest<T> request)
    {
        using var killed = new CancellationTokenSource(TimeSpan.FromMilliseconds(15));
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(request, killed.Token);
    }
}
