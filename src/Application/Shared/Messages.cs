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

/// <summary>Reads; changes nothing but the register of who looked.</summary>
public interface IQuery<out TResult> : IRequest<TResult>, IGuarded;
