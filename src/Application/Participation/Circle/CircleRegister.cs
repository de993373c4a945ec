using Barometre.Application.Participation.Access;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Circle;

/// <summary>Enters in the register the acts on a record that no place in its circle opened: opening it, taking a place, putting somebody forward.</summary>
internal interface ICircleRegister
{
    /// <summary>By the member themself.</summary>
    Task EnterAsync<TRequest>(CircleMember member, CancellationToken cancellationToken);

    /// <summary>By a coordinator of the project, or by an administrator.</summary>
    Task EnterAsync<TRequest>(Guid serviceUserId, Guid projectId, Role role, CancellationToken cancellationToken);
}

internal sealed class CircleRegister(IParticipationDb db, IRegister register) : ICircleRegister
{
    public async Task EnterAsync<TRequest>(CircleMember member, CancellationToken cancellationToken) =>
        await register.EnterAsync(
            new RegisterNote(member.ServiceUserId, await OrganisationAsync(member.ProjectId, cancellationToken), member.Role, member.Id, true, UseCase<TRequest>.Name), cancellationToken);

    public async Task EnterAsync<TRequest>(Guid serviceUserId, Guid projectId, Role role, CancellationToken cancellationToken) =>
        await register.EnterAsync(
            new RegisterNote(serviceUserId, await OrganisationAsync(projectId, cancellationToken), role, null, true, UseCase<TRequest>.Name), cancellationToken);

    private async Task<Guid?> OrganisationAsync(Guid? projectId, CancellationToken cancellationToken) =>
        await db.Projects.AsNoTracking().Where(project => project.Id == projectId).Select(project => (Guid?)project.OrganisationId).SingleOrDefaultAsync(cancellationToken);
}
