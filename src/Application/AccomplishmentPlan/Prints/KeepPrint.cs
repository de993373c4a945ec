using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Prints;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Keeps the file of a print, sealed with the record's key; once.</summary>
public sealed record KeepPrintCommand(Guid ServiceUserId, Guid PrintId, PrintedFile File) : ICommand<bool>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class KeepPrintHandler(IPrintsDb db, IRecordKeys keys) : IRequestHandler<KeepPrintCommand, bool>
{
    public async Task<bool> Handle(KeepPrintCommand command, CancellationToken cancellationToken)
    {
        var print = await db.HoldPrintAsync(command.ServiceUserId, command.PrintId, cancellationToken);
        if (print is null or { State: PrintState.Ready })
        {
            return false;
        }

        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        db.PrintFiles.Add(PlanPrintFile.Of(print, key.SealBytes(FetchPrintQuery.FileColumn, command.File.Pdf)));
        print.Finish(command.File.Pages, command.File.LeftOut);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
