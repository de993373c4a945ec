using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Demonstrations;

/// <summary>Begins the demonstration: its organisations and projects are there afterwards. Begun again, it goes on from where it stood.</summary>
/// <param name="Content">The version of its content.</param>
public sealed record BeginDemonstrationCommand(string Content, IReadOnlyList<DemonstrationOrganisation> Organisations, IReadOnlyList<DemonstrationProject> Projects)
    : ICommand<DemonstrationStatus>
{
    public Needed Access => Needed.System;
}

/// <summary>An organisation that exists for the demonstration only.</summary>
public sealed record DemonstrationOrganisation(Guid OrganisationId, string Name, Country Country, PrivacyContact Contact);

/// <summary>A project that exists for the demonstration only; whatever its description says, it is one.</summary>
public sealed record DemonstrationProject(Guid ProjectId, Guid OrganisationId, ProjectDescription Description);

/// <summary>How far the demonstration is.</summary>
/// <param name="BegunAt">The moment that its days are counted back from.</param>
/// <param name="FinishedAt">Null while something of it may be missing.</param>
public sealed record DemonstrationStatus(DateTimeOffset BegunAt, DateTimeOffset? FinishedAt);

internal sealed class BeginDemonstrationHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<BeginDemonstrationCommand, DemonstrationStatus>
{
    public async Task<DemonstrationStatus> Handle(BeginDemonstrationCommand command, CancellationToken cancellationToken)
    {
        var demonstration = await db.Demonstrations.SingleOrDefaultAsync(known => known.Content == command.Content, cancellationToken);
        if (demonstration is null)
        {
            demonstration = Demonstration.Begin(command.Content, time.GetUtcNow());
            db.Demonstrations.Add(demonstration);
            db.Organisations.AddRange(command.Organisations.Select(one => Organisation.Found(one.OrganisationId, one.Name, one.Country, one.Contact)));
            db.Projects.AddRange(command.Projects.Select(one => Project.Begin(one.ProjectId, one.OrganisationId, one.Description with { Demonstration = true })));
            await db.SaveChangesAsync(cancellationToken);
        }

        return new DemonstrationStatus(demonstration.BegunAt, demonstration.FinishedAt);
    }
}
