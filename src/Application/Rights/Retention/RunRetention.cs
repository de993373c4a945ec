using Barometre.Application.Shared;
using Barometre.Domain.Rights.Retention;
using MediatR;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Retention;

/// <summary>Announces, closes and erases what may be kept no longer, record by record; or only says what it would do. By a job each night, and on the command line.</summary>
/// <remarks>Throws <see cref="RetentionIncomplete"/> once every record was looked at, if one failed: a job that did not do all of its work has failed.</remarks>
public sealed record RunRetentionCommand(bool DryRun) : ICommand<IReadOnlyList<RetentionAct>>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What was done about a record, or would be.</summary>
/// <param name="LastContactAt">Anything noted in it, anybody's look at it, the person's sign-in, whichever was last.</param>
public sealed record RetentionAct(Guid ServiceUserId, RetentionStep Step, DateTimeOffset LastContactAt);

/// <summary>A record that could not be looked at, or about which nothing could be done: it is as it was.</summary>
/// <param name="Failure">What kind of failure, and nothing of what it says: that may be of the record.</param>
public sealed record RetentionFailure(Guid ServiceUserId, string Failure);

/// <summary>Some records failed; about the others everything was done that was due.</summary>
public sealed class RetentionIncomplete(IReadOnlyList<RetentionAct> acts, IReadOnlyList<(Guid ServiceUserId, Exception Failure)> failed) : AggregateException(failed.Select(one => one.Failure))
{
    public IReadOnlyList<RetentionAct> Acts { get; } = acts;

    public IReadOnlyList<RetentionFailure> Failed { get; } = [.. failed.Select(one => new RetentionFailure(one.ServiceUserId, one.Failure.GetType().Name))];
}

internal sealed class RunRetentionHandler(OwnScopes scopes, ILogger<RunRetentionHandler> logger) : IRequestHandler<RunRetentionCommand, IReadOnlyList<RetentionAct>>
{
    public async Task<IReadOnlyList<RetentionAct>> Handle(RunRetentionCommand command, CancellationToken cancellationToken)
    {
        List<RetentionAct> acts = [];
        List<(Guid ServiceUserId, Exception Failure)> failures = [];
        foreach (var record in await scopes.SendAsync(new ListKeptRecordsQuery(), cancellationToken))
        {
            try
            {
                if (await scopes.SendAsync(new KeepRecordCommand(record.ServiceUserId, record.Months, record.LastSeenAt, command.DryRun), cancellationToken) is { Step: not RetentionStep.None } act)
                {
                    acts.Add(act);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One that fails holds up no other, and is looked at again the next night.
                failures.Add((record.ServiceUserId, failure));
            }
        }

        Log(command.DryRun, acts, failures);
        return failures.Count == 0 ? acts : throw new RetentionIncomplete(acts, failures);
    }

    // How many, and of what: whose records they are stands where the person, and on the command line the operator, reads it.
    private void Log(bool dryRun, List<RetentionAct> acts, List<(Guid ServiceUserId, Exception Failure)> failures)
    {
        foreach (var step in acts.GroupBy(act => act.Step).OrderBy(step => step.Key))
        {
            logger.LogInformation("Retention, dry run {DryRun}: {Step} of {Count} records", dryRun, step.Key, step.Count());
        }

        foreach (var (_, failure) in failures)
        {
            logger.LogError("Retention, dry run {DryRun}: a record failed with {Failure}", dryRun, failure.GetType().Name);
        }

        logger.LogInformation("Retention, dry run {DryRun}: done with {Count} acts and {Failures} failures", dryRun, acts.Count, failures.Count);
    }
}
