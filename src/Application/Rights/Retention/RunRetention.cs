using Barometre.Application.Shared;
using Barometre.Domain.Rights.Retention;
using MediatR;
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

internal sealed class RunRetentionHandler(OwnScopes scopes) : IRequestHandler<RunRetentionCommand, IReadOnlyList<RetentionAct>>
{
    public async Task<IReadOnlyList<RetentionAct>> Handle(RunRetentionCommand command, CancellationToken cancellationToken)
    {
        List<RetentionAct> acts = [];
        foreach (var record in await scopes.SendAsync(new ListKeptRecordsQuery(), cancellationToken))
        {
            if (await scopes.SendAsync(new KeepRecordCommand(record.ServiceUserId, record.Months, record.LastSeenAt, command.DryRun), cancellationToken) is { Step: not RetentionStep.None } act)
            {
                acts.Add(act);
            }
        }

        return acts;
    }
}
