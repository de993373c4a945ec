using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Barometre.Application.QualityOfLife.Instruments;

/// <summary>The published instruments; content, the same for everybody, kept in memory.</summary>
public interface IInstruments
{
    /// <summary>A version, the newest when none is named; null when there is no such version.</summary>
    ValueTask<Instrument?> FindAsync(string? version, CancellationToken cancellationToken);
}

/// <summary>Which themes may be answered, in which project.</summary>
public sealed class ThemeCatalogue(IInstruments instruments, IQualityOfLifeDb db, IEnrolmentReader enrolments, IMemoryCache cache)
{
    // Another node's change is seen this late at most; a theme hidden meanwhile is still taken, which loses nothing.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>The instrument to answer, and what the project makes of it.</summary>
    /// <exception cref="FluentValidation.ValidationException">No such version, or a project the person is not in.</exception>
    public async ValueTask<(Instrument Instrument, ProjectThemes? Project)> ChoiceAsync(
        Guid serviceUserId, string? version, Guid? projectId, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(version, cancellationToken);
        Faults.ThrowIfAny(instrument is null ? [Faults.At("InstrumentVersion", QualityOfLifeErrors.UnknownInstrument)] : []);
        if (projectId is null)
        {
            return (instrument!, null);
        }

        Faults.ThrowIfAny(await IsInAsync(serviceUserId, projectId.Value, cancellationToken) ? [] : [Faults.At("ProjectId", QualityOfLifeErrors.NotTheirProject)]);
        return (instrument!, await OfProjectAsync(projectId.Value, cancellationToken));
    }

    /// <summary>What a project makes of the instrument; nothing, when it never said.</summary>
    public async ValueTask<ProjectThemes> OfProjectAsync(Guid projectId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(Key(projectId), out ProjectThemes? known))
        {
            return known!;
        }

        var themes = await db.ProjectThemes.AsNoTracking().FirstOrDefaultAsync(one => one.ProjectId == projectId, cancellationToken);
        return cache.Set(Key(projectId), themes ?? ProjectThemes.For(projectId), Kept);
    }

    /// <summary>Called once a project's themes have changed, and when a theme is not known: another node may have added it.</summary>
    public void Forget(Guid projectId) => cache.Remove(Key(projectId));

    /// <summary>Points at each answer to a theme that is not in the instrument, or that the project hid before the answer was given.</summary>
    /// <exception cref="FluentValidation.ValidationException">There is one.</exception>
    public async ValueTask CheckAsync(Instrument instrument, ProjectThemes? project, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellationToken)
    {
        var failures = Wrong(instrument, project, answers);
        if (failures.Count > 0 && project is not null)
        {
            Forget(project.ProjectId);
            failures = Wrong(instrument, await OfProjectAsync(project.ProjectId, cancellationToken), answers);
        }

        Faults.ThrowIfAny(failures);
    }

    /// <summary>The same, for an assessment that was opened with a version and a project.</summary>
    /// <exception cref="FluentValidation.ValidationException">There is one.</exception>
    public async ValueTask CheckAsync(Assessment assessment, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(assessment.InstrumentVersion, cancellationToken);
        var project = assessment.ProjectId is { } id ? await OfProjectAsync(id, cancellationToken) : null;
        await CheckAsync(instrument!, project, answers, cancellationToken);
    }

    /// <summary>Whether the person may speak of a theme: one of the instrument's, or of a project they are in.</summary>
    /// <exception cref="FluentValidation.ValidationException">They may not; <paramref name="path"/> points at it.</exception>
    public async ValueTask RequireAsync(Guid serviceUserId, string theme, string path, CancellationToken cancellationToken)
    {
        if ((await instruments.FindAsync(null, cancellationToken))!.Has(theme))
        {
            return;
        }

        foreach (var project in await enrolments.ProjectsOfAsync(serviceUserId, cancellationToken))
        {
            if ((await OfProjectAsync(project, cancellationToken)).OwnThemes.Any(own => own.Code == theme))
            {
                return;
            }
        }

        Faults.ThrowIfAny([Faults.At(path, QualityOfLifeErrors.UnknownTheme)]);
    }

    private async ValueTask<bool> IsInAsync(Guid serviceUserId, Guid projectId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue((nameof(ThemeCatalogue), serviceUserId, projectId), out _))
        {
            return true;
        }

        var found = (await enrolments.ProjectsOfAsync(serviceUserId, cancellationToken)).Contains(projectId);
        return found && cache.Set((nameof(ThemeCatalogue), serviceUserId, projectId), found, Kept);
    }

    private static List<ValidationFailure> Wrong(Instrument instrument, ProjectThemes? project, IReadOnlyList<GivenAnswer> answers)
    {
        List<ValidationFailure> failures = [];
        for (var i = 0; i < answers.Count; i++)
        {
            var theme = answers[i].Theme;
            var known = instrument.Has(theme) || project is not null && project.OwnThemes.Any(own => own.Code == theme);
            if (!known || project?.HiddenSince(theme) is { } since && answers[i].At >= since)
            {
                failures.Add(Faults.At($"Answers[{i}].Theme", known ? QualityOfLifeErrors.HiddenTheme : QualityOfLifeErrors.UnknownTheme));
            }
        }

        return failures;
    }

    private static (string, Guid) Key(Guid projectId) => (nameof(ThemeCatalogue), projectId);
}
