using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The person goes from one project to another; whoever came from the first leaves their circle.</summary>
public sealed record MoveToProjectCommand(Guid ServiceUserId, Guid FromProjectId, Guid ToProjectId) : ICommand<Unit>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner) with { Alone = true };
}

internal sealed class MoveToProjectHandler(IParticipationDb db, ClosedToSystems closed, Caller caller, TimeProvider time) : IRequestHandler<MoveToProjectCommand, Unit>
{
    public async Task<Unit> Handle(MoveToProjectCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonWithStaysAsync(command.ServiceUserId, cancellationToken);
        var act = caller.Accompanies(person, time.GetUtcNow());
        await db.RequireProjectAsync(command.ToProjectId, cancellationToken);
        person.Move(command.FromProjectId, command.ToProjectId, act.At);
        if (command.FromProjectId != command.ToProjectId)
        {
            await db.EndPlacesFromAsync(closed, command.ServiceUserId, command.FromProjectId, act, cancellationToken);
        }

        return Unit.Value;
    }
}
