using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>Ends a representation before its day; it counts at the next request. Ended twice, it is ended once.</summary>
public sealed record EndRepresentativeCommand(Guid ProjectId, Guid ServiceUserId, Guid RepresentativeId) : ICommand<Unit>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class EndRepresentativeHandler(IParticipationDb db, IHeldRecords records, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<EndRepresentativeCommand, Unit>
{
    public async Task<Unit> Handle(EndRepresentativeCommand command, CancellationToken cancellationToken)
    {
        // What they are deciding at this moment is decided before, or not at all.
        await records.OpenAloneAsync(command.ServiceUserId, cancellationToken);
        var representative = await db.Representatives.SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.RepresentativeId && one.ProjectId == command.ProjectId, cancellationToken) ?? throw new NotFound();
        if (representative.EndedAt is null)
        {
            representative.End(caller.Account(), time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await register.EnterAsync<EndRepresentativeCommand>(command.ServiceUserId, command.ProjectId, caller.Grant!.As, cancellationToken);
        }

        return Unit.Value;
    }
}
