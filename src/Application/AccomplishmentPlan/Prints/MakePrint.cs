using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Prints;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Makes a print, by a job: reads what was ticked, draws, keeps the file. Harmless when it is made twice, on two nodes.</summary>
public sealed record MakePrintCommand(Guid ServiceUserId, Guid PrintId) : ICommand<Unit>, ILongCommand
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class MakePrintHandler(IMediator mediator, PrintCollector collector, IPrintMaker maker) : IRequestHandler<MakePrintCommand, Unit>
{
    public async Task<Unit> Handle(MakePrintCommand command, CancellationToken cancellationToken)
    {
        var print = await mediator.Send(new MovePrintCommand(command.ServiceUserId, command.PrintId, 10), cancellationToken);
        if (print is null or { State: PrintState.Ready })
        {
            return Unit.Value;
        }

        var content = await collector.CollectAsync(command.ServiceUserId, print, cancellationToken);
        await mediator.Send(new MovePrintCommand(command.ServiceUserId, command.PrintId, 50), cancellationToken);
        var made = maker.Make(content);
        await mediator.Send(new KeepPrintCommand(command.ServiceUserId, command.PrintId, made), cancellationToken);
        return Unit.Value;
    }
}
