using System.Text.RegularExpressions;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Instruments;

/// <summary>Says which themes a project hides and which it adds; an answered theme keeps its history whatever happens.</summary>
/// <param name="Hidden">Exactly the themes to hide.</param>
/// <param name="Own">The project's own themes; one that is left out is hidden.</param>
public sealed record SetProjectThemesCommand(Guid ProjectId, IReadOnlyList<string> Hidden, IReadOnlyList<OwnTheme> Own) : ICommand<ProjectInstrument>, IVersionedCommand
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed partial class SetProjectThemesValidator : AbstractValidator<SetProjectThemesCommand>
{
    public SetProjectThemesValidator()
    {
        RuleFor(command => command.Hidden).Must(hidden => hidden.Count <= 200);
        RuleForEach(command => command.Hidden).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Own).Must(own => own.Count <= 50).Must(own => own.DistinctBy(theme => theme.Code).Count() == own.Count);
        RuleForEach(command => command.Own).ChildRules(theme =>
        {
            theme.RuleFor(one => one.Code).Matches(Code()).Because(QualityOfLifeErrors.OwnThemeCode);
            theme.RuleFor(one => one.Sphere).NotEmpty().MaximumLength(100);
            theme.RuleFor(one => one.Name).SetValidator(new WordingValidator(100));
            theme.RuleFor(one => one.Prompt).SetValidator(new WordingValidator(300));
            theme.RuleFor(one => one.Help!).SetValidator(new WordingValidator(500)).When(one => one.Help is not null);
            theme.RuleFor(one => one.Low).SetValidator(new WordingValidator(100));
            theme.RuleFor(one => one.High).SetValidator(new WordingValidator(100));
        });
    }

    [GeneratedRegex("^project\\.[a-z0-9_]{1,80}\\z", RegexOptions.None, 1000)]
    private static partial Regex Code();

    private sealed class WordingValidator : AbstractValidator<Wording>
    {
        public WordingValidator(int longest)
        {
            RuleFor(wording => wording.Fr).NotEmpty().MaximumLength(longest);
            RuleFor(wording => wording.En).NotEmpty().MaximumLength(longest);
        }
    }
}

internal sealed class SetProjectThemesHandler(IQualityOfLifeDb db, IInstruments instruments, ThemeCatalogue catalogue, IJobRequests jobs, Caller caller, TimeProvider time)
    : IRequestHandler<SetProjectThemesCommand, ProjectInstrument>
{
    public async Task<ProjectInstrument> Handle(SetProjectThemesCommand command, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(null, cancellationToken) ?? throw new NotFound();
        var project = await db.ProjectThemes.FirstOrDefaultAsync(themes => themes.ProjectId == command.ProjectId, cancellationToken);
        caller.Expect(project?.Version ?? 0);
        if (project is null)
        {
            project = ProjectThemes.For(command.ProjectId);
            db.ProjectThemes.Add(project);
        }

        Check(command, instrument, project);
        project.Set(command.Hidden, command.Own, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await jobs.ThemesChangedAsync(command.ProjectId, cancellationToken);
        catalogue.Forget(command.ProjectId);
        return GetProjectThemesHandler.Of(project, instrument);
    }

    private static void Check(SetProjectThemesCommand command, Instrument instrument, ProjectThemes project) => Faults.ThrowIfAny([
        .. command.Hidden.Index().Where(hidden => !instrument.Has(hidden.Item) && !command.Own.Concat(project.OwnThemes).Any(own => own.Code == hidden.Item))
            .Select(hidden => Faults.At($"Hidden[{hidden.Index}]", QualityOfLifeErrors.UnknownTheme)),
        .. command.Own.Index().Where(own => instrument.Spheres.All(sphere => sphere.Code != own.Item.Sphere))
            .Select(own => Faults.At($"Own[{own.Index}].Sphere", QualityOfLifeErrors.UnknownSphere)),
    ]);
}
