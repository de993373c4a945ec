using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The person enters another project and keeps their record; in it already, nothing changes.</summary>
public sealed record EnrolInProjectCommand(Guid ServiceUserId, Guid ProjectId) : ICommand<Unit>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class EnrolInProjectHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<EnrolInProjectCommand, Unit>
{
    public async Task<Unit> Handle(EnrolInProjectCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonWithStaysAsync(command.ServiceUserId, cancellationToken);
        var act = caller.Accompanies(person, time.GetUtcNow());
        await db.RequireProjectAsync(command.ProjectId, cancellationToken);
        person.Enrol(command.ProjectId, act.At);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
