using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Instruments;

/// <summary>The themes as a project asks about them: the instrument, less what it hides, more what it adds.</summary>
public sealed record GetProjectThemesQuery(Guid ProjectId) : IQuery<ProjectInstrument>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>The instrument as one project shows it.</summary>
/// <param name="Version">Of the project's choices, from 1; 0 when it never made any. The ETag.</param>
/// <param name="Hidden">Codes of the themes that the project does not ask about; answers already given to them remain.</param>
public sealed record ProjectInstrument(Guid ProjectId, int Version, Instrument Instrument, IReadOnlyList<string> Hidden) : IVersioned;

internal sealed class GetProjectThemesHandler(IInstruments instruments, IQualityOfLifeDb db) : IRequestHandler<GetProjectThemesQuery, ProjectInstrument>
{
    public async Task<ProjectInstrument> Handle(GetProjectThemesQuery query, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(null, cancellationToken) ?? throw new NotFound();
        var project = await db.ProjectThemes.AsNoTracking().FirstOrDefaultAsync(themes => themes.ProjectId == query.ProjectId, cancellationToken);
        return project is null ? new ProjectInstrument(query.ProjectId, 0, instrument, []) : Of(project, instrument);
    }

    internal static ProjectInstrument Of(ProjectThemes project, Instrument instrument) =>
        new(project.ProjectId, project.Version, instrument.For(project), [.. project.Settings.Where(one => one.HiddenSince is not null).Select(one => one.Theme).Order(StringComparer.Ordinal)]);
}
