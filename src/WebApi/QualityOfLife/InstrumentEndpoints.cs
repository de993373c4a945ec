using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Domain.QualityOfLife;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>The list of themes: as published, and as a project asks about them.</summary>
internal static class InstrumentEndpoints
{
    public static void MapInstruments(this IEndpointRouteBuilder routes)
    {
        var published = routes.MapGroup("/api/v1/instruments/quality-of-life").WithTags("Instruments");
        published.MapGet("", GetInstrument).WithName(nameof(GetInstrument)).WithSummary("Shows the newest version of the instrument, in both languages, with its status.");
        published.MapGet("{version}", GetInstrumentVersion).WithName(nameof(GetInstrumentVersion)).Sends<GetInstrumentQuery>()
            .WithSummary("Shows one version of the instrument; a published version never changes.");

        var project = routes.MapGroup("/api/v1/projects/{projectId:guid}/quality-of-life/themes").WithTags("Instruments");
        project.MapGet("", GetProjectThemes).WithName(nameof(GetProjectThemes)).WithSummary("Shows the themes as a project asks about them: less what it hides, more what it adds.");
        project.MapPut("", SetProjectThemes).WithName(nameof(SetProjectThemes))
            .WithSummary("Says which themes the project hides and which it adds; an answered theme keeps its history.");
    }

    private static async Task<Ok<Instrument>> GetInstrument(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetInstrumentQuery(null), cancellationToken));

    private static async Task<Ok<Instrument>> GetInstrumentVersion(string version, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetInstrumentQuery(version), cancellationToken));

    private static async Task<Ok<ProjectInstrument>> GetProjectThemes(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetProjectThemesQuery(projectId), cancellationToken));

    private static async Task<Ok<ProjectInstrument>> SetProjectThemes(Guid projectId, SetProjectThemesBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SetProjectThemesCommand(projectId, body.Hidden, body.Own), cancellationToken));
}

/// <summary>What a project does with the instrument, whole.</summary>
/// <param name="Hidden">Codes of the themes not to ask about.</param>
/// <param name="Own">The project's own themes; one that is left out is hidden, never removed.</param>
internal sealed record SetProjectThemesBody(IReadOnlyList<string> Hidden, IReadOnlyList<OwnTheme> Own);
