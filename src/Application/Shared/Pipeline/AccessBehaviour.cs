using MediatR;

namespace Barometre.Application.Shared.Pipeline;

/// <summary>Decides whether a caller may do what a request needs, and writes the register when somebody else's record is opened.</summary>
public interface IAccessDecider
{
    /// <summary>Returns what the caller acts as; throws <see cref="NotSignedIn"/>, <see cref="NotFound"/> or <see cref="Forbidden"/> otherwise.</summary>
    Task<Grant> DecideAsync(Access needed, string useCase, bool writes, CancellationToken cancellationToken);

    /// <summary>The next decision about the same is taken anew: what this one rested on is not so any more, and nothing was read by it.</summary>
    void Reconsider(Access needed);
}

/// <summary>The one place where access is decided, for every command and query; a request that does not say its access does not run.</summary>
public sealed class AccessBehaviour<TRequest, TResult>(IAccessDecider decider, IUnitOfWork work, IStoreFailures store, Caller caller) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is not IGuarded guarded)
        {
            throw new InvalidOperationException($"{typeof(TRequest).Name} does not say what access it needs.");
        }

        while (true)
        {
            caller.Grant = await decider.DecideAsync(guarded.Access, UseCase<TRequest>.Name, request is ICommand, cancellationToken);
            try
            {
                return await RunAsync(next, cancellationToken);
            }
            catch (Exception failure) when (store.IsOutdated(failure))
            {
                decider.Reconsider(guarded.Access);
            }
        }
    }

    private async Task<TResult> RunAsync(RequestHandlerDelegate<TResult> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next();
        }
        finally
        {
            // A look that read nothing is confirmed and entered too.
            await work.SettleAsync(cancellationToken);
        }
    }
}

/// <summary>The name of a use case, as telemetry and the register show it: the request's type without <c>Command</c> or <c>Query</c>.</summary>
public static class UseCase<TRequest>
{
    public static string Name { get; } = typeof(TRequest).Name.Replace("Command", "", StringComparison.Ordinal).Replace("Query", "", StringComparison.Ordinal);
}
