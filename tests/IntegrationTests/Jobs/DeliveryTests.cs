using System.Net;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Domain.QualityOfLife;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>From a command's event to its effect: at least once, with one effect; and not at all when the command was not kept.</summary>
[Collection(InstallationTests.Name)]
public sealed class DeliveryTests(Installation installation)
{
    private const string Work = "quality-of-life.recompute-change";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_event_delivered_twice_has_one_effect()
    {
        using var heard = new Heard();
        var person = (await installation.PersonAsync()).ServiceUserId;
        await installation.AnswerAsync(person, "health.mental", 40, Rated.Now.AddDays(-1));
        var happened = Guid.CreateVersion7();

        await DeliverAsync(person, happened);
        var once = await RowAsync(person);
        await DeliverAsync(person, happened);
        await DeliverAsync(person, Guid.CreateVersion7());

        Assert.True(heard.Of("barometre.jobs.done", "work", Work).Count >= 3);
        Assert.Equal(once, await RowAsync(person));
        Assert.Equal(0, await installation.SendAsync(new RecomputeChangeCommand(person, null)));
    }

    [Fact]
    public async Task A_command_that_fails_after_its_event_was_written_leaves_neither_event_nor_job_and_can_be_sent_again()
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        var (id, assessment) = (person.ServiceUserId, Guid.CreateVersion7());
        object[] answers = [Rated.Answer("health.mental", 40)];
        // The commit itself fails: everything was written by then, the event too.
        await installation.ExecuteAsync($"""
            CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused at the commit''; END';
            CREATE CONSTRAINT TRIGGER refused AFTER INSERT ON quality_of_life.outbox DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.service_user_id = '{id}') EXECUTE FUNCTION public.refuse();
            """);

        var failed = await client.OpenAsync(id, assessment, answers, complete: true);
        await installation.ExecuteAsync("DROP TRIGGER refused ON quality_of_life.outbox; DROP FUNCTION public.refuse()");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(0, await WaitingAsync(id));
        Assert.Equal(0, await installation.JobsOfAsync(id));
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM quality_of_life.answer WHERE service_user_id = '{id}'"));

        Assert.Equal(HttpStatusCode.Created, (await client.OpenAsync(id, assessment, answers, complete: true)).StatusCode);
        await Eventually.HappensAsync(async () => await ComputedAsync(id) == 1, Soon);
    }

    private async Task DeliverAsync(Guid person, Guid happened)
    {
        await installation.ExecuteAsync($$"""
            INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload)
                VALUES ('{{person}}', '{{happened}}', '{{nameof(AnswersRecorded)}}', '{"ServiceUserId":"{{person}}","Perspective":0,"Themes":["health.mental"]}')
            """);
        await Eventually.HappensAsync(async () => await WaitingAsync(person) == 0 && await installation.JobsOfAsync(person) == 0, Soon);
    }

    private Task<long> WaitingAsync(Guid person) => installation.CountAsync($"SELECT count(*) FROM quality_of_life.outbox WHERE service_user_id = '{person}'");

    /// <summary>The indicator with the transaction that last wrote it.</summary>
    private async Task<string> RowAsync(Guid person)
    {
        await using var command = installation.Owner.CreateCommand($"SELECT string_agg(concat(xmin, ' ', computed_at, ' ', t), ',') FROM quality_of_life.theme_change t WHERE service_user_id = '{person}'");
        return Assert.IsType<string>(await command.ExecuteScalarAsync());
    }

    private Task<long> ComputedAsync(Guid person) => installation.CountAsync($"SELECT count(*) FROM quality_of_life.theme_change WHERE service_user_id = '{person}'");
}
