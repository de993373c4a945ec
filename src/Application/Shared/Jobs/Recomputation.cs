using MediatR;

namespace Barometre.Application.Shared.Jobs;

/// <summary>What a full recomputation of a module's indicators found.</summary>
public interface IRecomputed
{
    /// <summary>People with facts.</summary>
    int People { get; }

    /// <summary>Rows that were not as they should be, of any indicator, and now are.</summary>
    int Differing { get; }
}

/// <summary>A module's indicators, made anew from the facts: everybody's every night, and whoever's an operator asks for.</summary>
/// <param name="Module">As in the names of its other work.</param>
/// <param name="Cron">When, in UTC.</param>
/// <remarks>A module that computes registers one: the night, the operator's command and the tests find it here and nowhere else.</remarks>
public abstract record Recomputation(string Module, string Cron) : ScheduledWork($"{Module}.recompute-all", Cron)
{
    public abstract Task<IRecomputed> EverybodyAsync(IMediator mediator, CancellationToken cancellationToken);

    /// <summary>Returns how many rows differed.</summary>
    public abstract Task<int> PersonAsync(IMediator mediator, Guid serviceUserId, CancellationToken cancellationToken);

    public sealed override Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken) =>
        EverybodyAsync(mediator, cancellationToken);
}

/// <inheritdoc/>
/// <param name="Module">As in the names of its other work.</param>
/// <param name="Cron">When, in UTC.</param>
/// <param name="Everybody">Makes everybody's indicators anew.</param>
/// <param name="Person">Makes all of one person's indicators anew, and returns how many rows differed.</param>
public sealed record Recomputation<TReport>(string Module, string Cron, Func<ICommand<TReport>> Everybody, Func<Guid, ICommand<int>> Person) : Recomputation(Module, Cron)
    where TReport : IRecomputed
{
    public override async Task<IRecomputed> EverybodyAsync(IMediator mediator, CancellationToken cancellationToken) => await mediator.Send(Everybody(), cancellationToken);

    public override Task<int> PersonAsync(IMediator mediator, Guid serviceUserId, CancellationToken cancellationToken) => mediator.Send(Person(serviceUserId), cancellationToken);
}
