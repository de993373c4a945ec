using MediatR;

namespace Barometre.Application.Shared.Pipeline;

/// <summary>One command, one transaction: all of it is kept or none; a command sent by another command joins the transaction under way.</summary>
/// <remarks>What the database undid for its own sake (a deadlock, a serialization failure) is done again from the beginning: access decision, register, key of the
/// request, handler. It is safe because a command touches nothing but the database: what it sends goes through the outbox, what it answers comes after its commit; one that
/// reads what cannot be read twice says so (<see cref="IReadOnce"/>).</remarks>
public sealed class TransactionBehaviour<TRequest, TResult>(IUnitOfWork work, IStoreFailures store, Caller caller, TransactionDepth depth) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    // Two that deadlock are three at most with what waits behind them: whoever fails four times stands in a queue that trying again only lengthens.
    private const int Most = 4;

    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is (not ICommand) or ILongCommand || depth.InTransaction)
        {
            return await next();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(next, cancellationToken);
            }
            catch (Exception failure) when (attempt < Most && request is not IReadOnce && store.MayPass(failure))
            {
                Telemetry.Repeats.Add(1, new KeyValuePair<string, object?>("use_case", UseCase<TRequest>.Name));
                caller.BeginAgain();
                // A little later each time, and never together with the one it collided with.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25 << attempt)), cancellationToken);
            }
        }
    }

    private async Task<TResult> OnceAsync(RequestHandlerDelegate<TResult> next, CancellationToken cancellationToken)
    {
        depth.InTransaction = true;
        try
        {
            await work.BeginAsync(cancellationToken);
            var result = await next();
            await work.CommitAsync(cancellationToken);
            return result;
        }
        catch
        {
            await work.RollbackAsync();
            throw;
        }
        finally
        {
            depth.InTransaction = false;
        }
    }
}

/// <summary>Whether the request's scope already has a transaction under way.</summary>
public sealed class TransactionDepth
{
    public bool InTransaction { get; set; }
}
