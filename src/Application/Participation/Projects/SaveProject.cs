using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>A project, as those who hold a role in it see it.</summary>
public sealed record ProjectView(Guid ProjectId, Guid OrganisationId, ProjectDescription Description, int Version) : IVersioned;

/// <summary>An administrator adds a project to an organisation, or edits the version that they read.</summary>
public sealed record SaveProjectCommand(Guid ProjectId, Guid OrganisationId, ProjectDescription Description) : ICommand<ProjectView>, IVersionedOnceThere
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class SaveProjectValidator : AbstractValidator<SaveProjectCommand>
{
    public SaveProjectValidator()
    {
        RuleFor(command => command.Description.Name).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Description.Site).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Description.Country).IsInEnum();
        RuleFor(command => command.Description.DataRegion).NotEmpty().MaximumLength(50);
        RuleFor(command => command.Description.Languages).Must(languages => languages is { Count: 1 or 2 }
            && languages.All(language => language is "fr" or "en") && languages.Distinct(StringComparer.Ordinal).Count() == languages.Count);
        // A century and a bit: longer is a mistake.
        RuleFor(command => command.Description.RetentionMonths).InclusiveBetween(1, 1500);
        RuleFor(command => command.Description.RetentionMonths).NotNull().Because(ParticipationErrors.MonthsInFrance).When(command => command.Description.Country == Country.France);
        RuleFor(command => command.Description.EmergencyHours).InclusiveBetween(1, EmergencyAccess.LongestHours);
    }
}

internal sealed class SaveProjectHandler(IParticipationDb db, Caller caller) : IRequestHandler<SaveProjectCommand, ProjectView>
{
    public async Task<ProjectView> Handle(SaveProjectCommand command, CancellationToken cancellationToken)
    {
        var project = await db.Projects.SingleOrDefaultAsync(known => known.Id == command.ProjectId, cancellationToken);
        if (project is null)
        {
            project = Project.Begin(command.ProjectId, await OrganisationAsync(command.OrganisationId, cancellationToken), command.Description);
            db.Projects.Add(project);
        }
        else if (project.OrganisationId != command.OrganisationId)
        {
            throw new RuleViolation(ParticipationErrors.IdTaken);
        }
        else if (!project.Description.Equals(command.Description))
        {
            caller.Expect(project.Version);
            project.Describe(command.Description);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ProjectView(project.Id, project.OrganisationId, project.Description, project.Version);
    }

    private async Task<Guid> OrganisationAsync(Guid organisationId, CancellationToken cancellationToken) =>
        await db.Organisations.AnyAsync(known => known.Id == organisationId, cancellationToken) ? organisationId : throw new RuleViolation(ParticipationErrors.OrganisationUnknown);
}
