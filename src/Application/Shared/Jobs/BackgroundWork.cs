using System.Text.Json;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.Application.Shared.Jobs;

/// <summary>A kind of work done in the background: its name, and the ordinary command that does it, sent by a job as the installation itself.</summary>
/// <param name="Name">Stable, <c>module.use-case</c>: jobs already waiting carry it.</param>
/// <remarks>A job may run twice, or on two nodes at once: the command must bear it.</remarks>
public abstract record BackgroundWork(string Name)
{
    public abstract Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken);
}

/// <summary>Work done once events of one type have been committed.</summary>
/// <param name="Event">The event type's name, as the outbox keeps it.</param>
public abstract record EventConsumer(string Name, string Event) : BackgroundWork(Name)
{
    /// <summary>The data of one job for events of one person that wait together: strings, ids and codes only.</summary>
    /// <param name="payloads">The events as JSON, oldest first.</param>
    public abstract IReadOnlyDictionary<string, string> DataOf(IReadOnlyList<string> payloads);
}

/// <inheritdoc/>
/// <param name="Name">Stable, <c>module.use-case</c>.</param>
/// <param name="Data">What one job needs to know of the events of one person that wait together.</param>
/// <param name="Command">The command, from that data.</param>
public sealed record EventConsumer<TEvent, TResult>(
    string Name, Func<IReadOnlyList<TEvent>, IReadOnlyDictionary<string, string>> Data, Func<IReadOnlyDictionary<string, string>, ICommand<TResult>> Command)
    : EventConsumer(Name, typeof(TEvent).Name)
    where TEvent : IDomainEvent
{
    public override IReadOnlyDictionary<string, string> DataOf(IReadOnlyList<string> payloads) =>
        Data([.. payloads.Select(payload => JsonSerializer.Deserialize<TEvent>(payload)!)]);

    public override Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken) =>
        mediator.Send(Command(data), cancellationToken);
}

/// <summary>Work done at a time of day, by one node of all that share the database.</summary>
/// <param name="Cron">When: seconds, minutes, hours, day of month, month, day of week; in UTC.</param>
public abstract record ScheduledWork(string Name, string Cron) : BackgroundWork(Name);

/// <inheritdoc/>
/// <param name="Name">Stable, <c>module.use-case</c>.</param>
/// <param name="Cron">When, in UTC.</param>
/// <param name="Command">The command.</param>
public sealed record ScheduledWork<TResult>(string Name, string Cron, Func<ICommand<TResult>> Command) : ScheduledWork(Name, Cron)
{
    public override Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken) =>
        mediator.Send(Command(), cancellationToken);
}

/// <summary>Work that a command asks for by name, where what happened is nobody's own event: it concerns everyone in a project, say.</summary>
/// <param name="Name">Stable, <c>module.use-case</c>.</param>
/// <param name="Command">The command, from the data that it was asked for with.</param>
public sealed record RequestedWork<TResult>(string Name, Func<IReadOnlyDictionary<string, string>, ICommand<TResult>> Command) : BackgroundWork(Name)
{
    public override Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken) =>
        mediator.Send(Command(data), cancellationToken);
}
