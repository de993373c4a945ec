using Barometre.Application.Shared;
using Barometre.Domain.Rights.Retention;
using MediatR;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Retention;

/// <summary>Announces, closes and erases what may be kept no longer, record by record; or only says what it would do. By a job each night, and on the command line.</summary>
public sealed record RunRetentionCommand(bool DryRun) : ICommand<IReadOnlyList<RetentionAct>>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What was done about a record, or would be.</summary>
/// <param name="LastContactAt">Anything noted in it, anybody's look at it, the person's sign-in, whichever was last.</param>
public sealed record RetentionAct(Guid ServiceUserId, RetentionStep Step, DateTimeOffset LastContactAt);

internal sealed class RunRetentionHandler(OwnScopes scopes, ILogger<RunRetentionHandler> logger) : IRequestHandler<RunRetentionCommand, IReadOnlyList<RetentionAct>>
{
    public async Task<IReadOnlyList<RetentionAct>> Handle(RunRetentionCommand command, CancellationToken cancellationToken)
    {
        List<RetentionAct> acts = [];
        List<Exception> failures = [];
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
                failures.Add(failure);
            }
        }

        Log(command.DryRun, acts, failures);
        return failures.Count == 0 ? acts : throw new AggregateException(failures);
    }

    // How many, and of what: whose records they are stands where the person, and on the command line the operator, reads it.
    private void Log(bool dryRun, List<RetentionAct> acts, List<Exception> failures)
    {
        foreach (var step in acts.GroupBy(act => act.Step).OrderBy(step => step.Key))
        {
            logger.LogInformation("Retention, dry run {DryRun}: {Step} of {Count} records", dryRun, step.Key, step.Count());
        }

        foreach (var failure in failures)
        {
            logger.LogError("Retention, dry run {DryRun}: a record failed with {Failure}", dryRun, failure.GetType().Name);
        }

        logger.LogInformation("Retention, dry run {DryRun}: done with {Count} acts and {Failures} failures", dryRun, acts.Count, failures.Count);
    }
}
