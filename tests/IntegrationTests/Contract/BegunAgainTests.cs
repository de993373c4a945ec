using Barometre.Application.Participation;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Contract;

/// <summary>What PostgreSQL undoes for its own sake is done again, whole: on the real pipeline and the real database, with a handler that runs into another's.</summary>
[Collection(InstallationTests.Name)]
public sealed class BegunAgainTests(Installation installation)
{
    [Fact]
    public async Task Two_commands_that_deadlock_both_succeed_and_each_has_its_effect_once()
    {
        var (left, right, entered) = (await installation.ProjectAsync(), await installation.ProjectAsync(), await installation.ProjectAsync());
        var practitioner = await installation.RoleAsync(Role.Practitioner, left);
        var people = new[] { await installation.PersonAsync(left), await installation.PersonAsync(left) };
        using var meeting = new Barrier(2);
        var attempts = new int[2];
        foreach (var person in people)
        {
            await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, left);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(side => Task.Run(() => SendAsync(practitioner, new CrossingCommand(people[side].ServiceUserId), async db =>
        {
            var person = await db.ServiceUsers.Include(one => one.Enrolments).SingleAsync(one => one.ServiceUserId == people[side].ServiceUserId);
            person.Enrol(entered, TimeProvider.System.GetUtcNow());
            await RenameAsync(db, side == 0 ? left : right);
            if (++attempts[side] == 1)
            {
                // Each holds what the other will ask for.
                meeting.SignalAndWait(TimeSpan.FromSeconds(20));
            }

            await RenameAsync(db, side == 0 ? right : left);
            return attempts[side];
        }))));

        Assert.Equal([1, 2], answers.Order());
        Assert.Equal((3, 3), (await VersionAsync(left), await VersionAsync(right)));
        foreach (var person in people)
        {
            Assert.Equal(1L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.enrolment WHERE service_user_id = '{person.ServiceUserId}' AND project_id = '{entered}'"));
            Assert.Equal(1L, await installation.OneAsync<long>($"SELECT number FROM participation.register_head WHERE service_user_id = '{person.ServiceUserId}'"));
        }
    }

    [Fact]
    public async Task An_answer_is_kept_under_its_key_whichever_attempt_gave_it()
    {
        var person = await installation.PersonAsync();
        var (attempts, repeatable) = (0, new Repeatable($"{Guid.CreateVersion7()}", new byte[32], []));

        var first = await SendAsync(person.Account, new CrossingCommand(person.ServiceUserId), async db => ++attempts == 2 ? attempts : await UndoneAsync(db), repeatable);
        var again = await SendAsync(
            person.Account, new CrossingCommand(person.ServiceUserId), _ => Task.FromResult(++attempts), new Repeatable(repeatable.Key, repeatable.RequestHash, []));

        Assert.Equal((2, 2, 2), (first, again, attempts));
    }

    [Fact]
    public async Task It_is_given_up_after_four_attempts_and_the_caller_is_told()
    {
        var person = await installation.PersonAsync();
        var attempts = 0;

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(person.Account, new CrossingCommand(person.ServiceUserId), db =>
        {
            attempts++;
            return UndoneAsync(db);
        }));

        Assert.Equal(4, attempts);
        Assert.Equal(SharedErrors.Concurrent, Assert.IsType<RuleViolation>(installation.App.Services.GetRequiredService<IStoreFailures>().Translate(failure)).Error);
    }

    [Fact]
    public async Task What_reads_its_lines_once_is_not_begun_again()
    {
        var person = await installation.PersonAsync();
        var attempts = 0;

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(person.Account, new StreamingCommand(person.ServiceUserId), db =>
        {
            attempts++;
            return UndoneAsync(db);
        }));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_rule_that_is_broken_stays_broken_at_the_first_attempt()
    {
        var person = await installation.PersonAsync();
        var attempts = 0;

        await Assert.ThrowsAsync<RuleViolation>(() => SendAsync(person.Account, new CrossingCommand(person.ServiceUserId), _ =>
        {
            attempts++;
            throw new RuleViolation(SharedErrors.AlreadyThere);
        }));

        Assert.Equal(1, attempts);
    }

    private static async Task RenameAsync(IParticipationDb db, Guid projectId)
    {
        var project = await db.Projects.SingleAsync(one => one.Id == projectId);
        project.Describe(project.Description with { Site = $"Ailleurs {project.Version}" });
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task<int> UndoneAsync(IParticipationDb db)
    {
        return await ((DbContext)db).Database.ExecuteSqlRawAsync("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$");
    }

    private Task<int> VersionAsync(Guid projectId) => installation.OneAsync<int>($"SELECT version FROM participation.project WHERE id = '{projectId}'");

    /// <summary>Through every behaviour of the application, in a scope of its own as a request has it.</summary>
    private async Task<int> SendAsync<TCommand>(Given.SignedIn account, TCommand command, Func<IParticipationDb, Task<int>> handle, Repeatable? repeatable = null)
        where TCommand : ICommand<int>
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.IsAccount(account.AccountId, account.SessionId);
        caller.Repeatable = repeatable;
        RequestHandlerDelegate<int> handler = () => handle(scope.ServiceProvider.GetRequiredService<IParticipationDb>());
        return await scope.ServiceProvider.GetServices<IPipelineBehavior<TCommand, int>>().Reverse()
            .Aggregate(handler, (next, behaviour) => () => behaviour.Handle(command, CancellationToken.None, next))();
    }

    /// <summary>A command whose handler is the test's.</summary>
    private sealed record CrossingCommand(Guid ServiceUserId) : ICommand<int>
    {
        public Access Access => Access.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
    }

    private sealed record StreamingCommand(Guid ServiceUserId) : ICommand<int>, IReadOnce
    {
        public Access Access => Access.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
    }
}
