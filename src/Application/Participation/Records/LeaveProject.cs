using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The person leaves a project: in the same transaction, whoever came from it leaves their circle; the record goes on.</summary>
public sealed record LeaveProjectCommand(Guid ServiceUserId, Guid ProjectId) : ICommand<Unit>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner) with { Alone = true };
}

internal sealed class LeaveProjectHandler(IParticipationDb db, ClosedToSystems closed, Caller caller, TimeProvider time) : IRequestHandler<LeaveProjectCommand, Unit>
{
    public async Task<Unit> Handle(LeaveProjectCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonWithStaysAsync(command.ServiceUserId, cancellationToken);
        var act = caller.Accompanies(person, time.GetUtcNow());
        person.Leave(command.ProjectId, act.At);
        await db.EndPlacesFromAsync(closed, command.ServiceUserId, command.ProjectId, act, cancellationToken);
        return Unit.Value;
    }
}
