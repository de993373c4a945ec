using MediatR;

namespace Barometre.Application.Shared.Pipeline;

/// <summary>One command, one transaction: all of it is kept or none; a command sent by another command joins the transaction under way.</summary>
public sealed class TransactionBehaviour<TRequest, TResult>(IUnitOfWork work, TransactionDepth depth) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is (not ICommand) or ILongCommand || depth.InTransaction)
        {
            return await next();
        }

        depth.InTransaction = true;
        await work.BeginAsync(cancellationToken);
        try
        {
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
