using Barometre.Application.Shared;
using MediatR;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Carries out the erasings whose time has come, and goes on with those that were broken off; returns how many were completed. By a job.</summary>
public sealed record RunErasuresCommand : ICommand<int>, ILongCommand
{
    public Needed Access => Needed.System;
}

internal sealed class RunErasuresHandler(OwnScopes scopes, ILogger<RunErasuresHandler> logger) : IRequestHandler<RunErasuresCommand, int>
{
    public async Task<int> Handle(RunErasuresCommand command, CancellationToken cancellationToken)
    {
        var completed = 0;
        List<Exception> failures = [];
        foreach (var due in await scopes.SendAsync(new ListDueErasuresQuery(), cancellationToken))
        {
            try
            {
                completed += await EraseAsync(due, cancellationToken) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One that cannot be carried out holds up no other.
                logger.LogError("The erasing {ErasureId} failed with {Failure}", due.ErasureId, failure.GetType().Name);
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? completed : throw new AggregateException(failures);
    }

    // Each step is a transaction of its own, and doing it again does no harm: killed anywhere, the next look goes on.
    private async Task<bool> EraseAsync(DueErasure due, CancellationToken cancellationToken)
    {
        if (!await scopes.SendAsync(new ShredRecordCommand(due.ServiceUserId, due.ErasureId), cancellationToken)
            || !await scopes.SendAsync(new DeleteRecordKeyCommand(due.ServiceUserId, due.ErasureId), cancellationToken))
        {
            return false;
        }

        foreach (var table in await scopes.SendAsync(new ListPersonalTablesQuery(), cancellationToken))
        {
            await scopes.SendAsync(new DeletePersonalRowsCommand(due.ServiceUserId, due.ErasureId, table), cancellationToken);
        }

        return await scopes.SendAsync(new FinishErasureCommand(due.ServiceUserId, due.ErasureId), cancellationToken);
    }
}
