using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Notes how far a print is; null when it is gone.</summary>
public sealed record MovePrintCommand(Guid ServiceUserId, Guid PrintId, short Progress) : ICommand<PrintView?>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class MovePrintHandler(IPrintsDb db, TimeProvider time) : IRequestHandler<MovePrintCommand, PrintView?>
{
    public async Task<PrintView?> Handle(MovePrintCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await db.HoldPrintAsync(command.ServiceUserId, command.PrintId, cancellationToken) is not { } print || print.ExpiresAt <= now)
        {
            return null;
        }

        print.Move(command.Progress);
        await db.SaveChangesAsync(cancellationToken);
        return PrintView.Of(print);
    }
}
