using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Recomputes the indicators of everybody in a project: it asks about other themes now, and a sphere counts the themes asked about.</summary>
public sealed record RecomputeProjectCommand(Guid ProjectId) : ICommand<RecomputeReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

internal sealed class RecomputeProjectHandler(IChangeStore store, IEnrolmentReader enrolments, PeopleInParts parts) : IRequestHandler<RecomputeProjectCommand, RecomputeReport>
{
    public async Task<RecomputeReport> Handle(RecomputeProjectCommand command, CancellationToken cancellationToken)
    {
        var people = await store.PeopleAsync(cancellationToken);
        var stays = await enrolments.ProjectsOfAsync(people, cancellationToken);
        return await parts.RecomputeAsync([.. people.Where(person => stays.TryGetValue(person, out var projects) && projects.Contains(command.ProjectId))], cancellationToken);
    }
}
