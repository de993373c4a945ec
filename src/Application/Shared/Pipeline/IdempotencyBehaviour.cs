using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.Application.Shared.Pipeline;

/// <summary>What makes a request repeatable: sent again with the same key, it has one effect and one answer.</summary>
/// <param name="key">The client's Idempotency-Key.</param>
/// <param name="requestHash">Over method, address and body: the same key with another request is refused.</param>
/// <param name="stranger">For a caller without an account: a hash of where they call from, so that two strangers' keys don't meet.</param>
public sealed class Repeatable(string key, byte[] requestHash, byte[] stranger)
{
    public string Key { get; } = key;

    public byte[] RequestHash { get; } = requestHash;

    public byte[] Stranger { get; } = stranger;

    /// <summary>Set when the first command of the request has taken the key: commands that it sends in turn are part of it.</summary>
    public bool Taken { get; set; }

    /// <summary>True when the answer is the one given before.</summary>
    public bool Replayed { get; set; }
}

/// <summary>Answers already given, kept for a day within the transaction of the command that made them: a crash leaves both or none.</summary>
public interface IAnswers
{
    /// <summary>Takes the key for this transaction and returns the answer given before, sealed JSON opened, or null.</summary>
    /// <exception cref="Domain.Shared.RuleViolation">The same key is under way elsewhere.</exception>
    /// <exception cref="KeyReused">The key was used for another request.</exception>
    Task<TResult?> TakeAsync<TResult>(Repeatable repeatable, CancellationToken cancellationToken)
        where TResult : class;

    Task KeepAsync<TResult>(Repeatable repeatable, TResult result, CancellationToken cancellationToken)
        where TResult : class;
}

/// <summary>Gives a repeated command the answer it had, instead of doing it again; a secret that it showed is not shown again. After the access decision: what was taken back since is not shown again.</summary>
public sealed class IdempotencyBehaviour<TRequest, TResult>(IAnswers answers, Caller caller) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is not ICommand || request is IEveryTime || caller.Repeatable is not { Taken: false } repeatable)
        {
            return await next();
        }

        repeatable.Taken = true;
        if (await answers.TakeAsync<Answer>(repeatable, cancellationToken) is { } before)
        {
            repeatable.Replayed = !before.Spent;
            return before.Spent ? throw new RuleViolation(SharedErrors.AnsweredOnce) : before.Result!;
        }

        var result = await next();
        var spent = result is ISecretAnswer { HoldsSecret: true };
        await answers.KeepAsync(repeatable, new Answer(spent ? default : result, spent), cancellationToken);
        return result;
    }

    // Wrapped, so that a result which is a number or nothing is told from no answer. Spent: it showed a secret, which is not kept.
    private sealed record Answer(TResult? Result, bool Spent);
}
