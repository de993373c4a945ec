using MediatR;

namespace Barometre.Application.Shared;

/// <summary>Every request says what access it needs; the pipeline decides, deny by default.</summary>
public interface IGuarded
{
    /// <summary>What the caller must be allowed to do for this request to run.</summary>
    Access Access { get; }
}

/// <summary>Marks requests that change something: they run in one transaction.</summary>
public interface ICommand : IGuarded;

/// <summary>Changes one aggregate in one transaction.</summary>
public interface ICommand<out TResult> : IRequest<TResult>, ICommand;

/// <summary>Marks a command too long for one transaction: it has none, and sends commands that each have one of their own.</summary>
public interface ILongCommand : ICommand;

/// <summary>Marks a command that reads what can be read once only (a file as it comes in): undone by the database, it is not begun again.</summary>
public interface IReadOnce : ICommand;

/// <summary>Reads; changes nothing but the register of who looked.</summary>
public interface IQuery<out TResult> : IRequest<TResult>, IGuarded;

/// <summary>A command that runs each time the request is sent, whatever its idempotency key: it is not what the request is about.</summary>
public interface IEveryTime;

/// <summary>A result that shows a secret (a token, a code, a key): it is given once and kept nowhere, not even for a request that is sent again with its key.</summary>
public interface ISecretAnswer
{
    /// <summary>False when this one shows none after all: nobody was signed in.</summary>
    bool HoldsSecret => true;
}

/// <summary>A command that changes what the client must have read: If-Match is required; its handler calls <see cref="Caller.Expect"/>.</summary>
public interface IVersionedCommand : ICommand;

/// <summary>A command that makes a thing, or changes it once it is there: to change it If-Match is required; its handler then calls <see cref="Caller.Expect"/>.</summary>
public interface IVersionedOnceThere : ICommand;

/// <summary>A result that carries the version of what it shows: it goes out as the ETag too.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes, from 1; send it back as <c>If-Match: "N"</c> to edit.</summary>
    int Version { get; }
}
