using Barometre.Application.Participation.Consents;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Studies;

/// <summary>A study, as people are told.</summary>
public sealed record StudyView(Guid StudyId, Guid OrganisationId, StudyDescription Description, int Version) : IVersioned;

/// <summary>An administrator adds a study that asks people for their consent, or tells it otherwise: then everybody is asked again.</summary>
public sealed record SaveStudyCommand(Guid StudyId, Guid OrganisationId, StudyDescription Description) : ICommand<StudyView>, IVersionedOnceThere
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class SaveStudyValidator : AbstractValidator<SaveStudyCommand>
{
    public SaveStudyValidator()
    {
        RuleFor(command => command.Description.Title.Fr).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Description.Title.En).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Description.About.Fr).NotEmpty().MaximumLength(2000);
        RuleFor(command => command.Description.About.En).NotEmpty().MaximumLength(2000);
        RuleFor(command => command.Description.ProjectIds).Must(ids => ids is { Count: > 0 and <= 100 } && ids.Distinct().Count() == ids.Count);
        RuleFor(command => command.Description.Themes).Must(themes => themes is { Count: <= 20 } && themes.Distinct(StringComparer.Ordinal).Count() == themes.Count);
    }
}

internal sealed class SaveStudyHandler(IParticipationDb db, IConsentContent content, Caller caller) : IRequestHandler<SaveStudyCommand, StudyView>
{
    public async Task<StudyView> Handle(SaveStudyCommand command, CancellationToken cancellationToken)
    {
        if (command.Description.Themes.Except(content.Current.Themes.Select(theme => theme.Code)).Any())
        {
            throw new RuleViolation(ConsentErrors.ThemeUnknown);
        }

        var ids = command.Description.ProjectIds.ToArray();
        if (await db.Projects.CountAsync(project => ids.Contains(project.Id), cancellationToken) != ids.Length)
        {
            throw new RuleViolation(ConsentErrors.ProjectsUnknown);
        }

        var study = await db.ResearchStudies.SingleOrDefaultAsync(known => known.Id == command.StudyId, cancellationToken);
        if (study is null)
        {
            if (!await db.Organisations.AnyAsync(known => known.Id == command.OrganisationId, cancellationToken))
            {
                throw new RuleViolation(ParticipationErrors.OrganisationUnknown);
            }

            study = ResearchStudy.Begin(command.StudyId, command.OrganisationId, command.Description);
            db.ResearchStudies.Add(study);
        }
        else if (study.OrganisationId != command.OrganisationId)
        {
            throw new RuleViolation(ParticipationErrors.IdTaken);
        }
        else if (!study.IsSaidAs(command.Description))
        {
            caller.Expect(study.Version);
            study.Describe(command.Description);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new StudyView(study.Id, study.OrganisationId, study.Description, study.Version);
    }
}
