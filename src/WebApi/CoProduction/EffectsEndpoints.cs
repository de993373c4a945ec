using Barometre.Application.CoProduction.Effects;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>Perceived effects: the published questions, the person’s answers, to whom they show them, and a project’s own reading.</summary>
internal static class EffectsEndpoints
{
    public static void MapEffects(this IEndpointRouteBuilder routes)
    {
        var published = routes.MapGroup("/api/v1/instruments/perceived-effects").WithTags("Instruments");
        published.MapGet("", GetEffectsQuestionnaire).WithName(nameof(GetEffectsQuestionnaire)).WithSummary("Shows the newest questions on perceived effects, in both languages, with their status.");
        published.MapGet("{version}", GetEffectsQuestionnaireVersion).WithName(nameof(GetEffectsQuestionnaireVersion)).Sends<GetEffectsQuestionnaireQuery>()
            .WithSummary("Shows one version of the questions on perceived effects; a published version never changes.");

        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/perceived-effects").WithTags("Perceived effects");
        group.MapGet("", ListEffects).WithName(nameof(ListEffects)).WithSummary("Shows perceived effects over time, by service and accompaniment; how they are worked with is there for the person, and for whom they showed it.");
        group.MapGet("{sheetId:guid}", GetEffectsSheet).WithName(nameof(GetEffectsSheet)).WithSummary("Shows one sheet of answers, as far as it is the reader’s to see.");
        group.MapPut("{sheetId:guid}", OpenEffectsSheet).WithName(nameof(OpenEffectsSheet)).WithSummary("Opens a sheet about a service or an accompaniment, with the answers it already holds.");
        group.MapPost("{sheetId:guid}/answers", AddEffectsAnswers).WithName(nameof(AddEffectsAnswers)).WithSummary("Adds answers to a sheet: more questions, corrections.");
        group.MapGet("{sheetId:guid}/showings", ListEffectsShowings).WithName(nameof(ListEffectsShowings)).WithSummary("Shows the person to whom they showed how they are worked with, and when they took it back.");
        group.MapPut("{sheetId:guid}/showings/{showingId:guid}", ShowEffects).WithName(nameof(ShowEffects))
            .WithSummary("Shows somebody of the circle how the person says they are worked with, as it is at that moment; or takes it back.");

        routes.MapGet("/api/v1/projects/{projectId:guid}/perceived-effects", GetProjectEffects).WithTags("Projects").WithName(nameof(GetProjectEffects))
            .WithSummary("Shows how a project’s service is perceived, over people who agreed to its statistics; never fewer than eleven, never about one practitioner.");
    }

    private static async Task<Ok<EffectsQuestionnaire>> GetEffectsQuestionnaire(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetEffectsQuestionnaireQuery(null), cancellationToken));

    private static async Task<Ok<EffectsQuestionnaire>> GetEffectsQuestionnaireVersion(string version, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetEffectsQuestionnaireQuery(version), cancellationToken));

    private static async Task<Ok<IReadOnlyList<EffectsOfSubject>>> ListEffects(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListEffectsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<EffectsSheetView>> GetEffectsSheet(Guid serviceUserId, Guid sheetId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetEffectsSheetQuery(serviceUserId, sheetId), cancellationToken));

    private static async Task<Ok<KeptReplies>> OpenEffectsSheet(Guid serviceUserId, Guid sheetId, OpenEffectsSheetBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new OpenEffectsSheetCommand(serviceUserId, sheetId, body.Subject, body.SubjectId, body.Version, body.Answers ?? [], body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptReplies>> AddEffectsAnswers(Guid serviceUserId, Guid sheetId, EffectsAnswersBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AddEffectsAnswersCommand(serviceUserId, sheetId, body.Answers, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<IReadOnlyList<ShowingView>>> ListEffectsShowings(Guid serviceUserId, Guid sheetId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListEffectsShowingsQuery(serviceUserId, sheetId), cancellationToken));

    private static async Task<Ok<KeptFact>> ShowEffects(Guid serviceUserId, Guid sheetId, Guid showingId, ShowEffectsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowEffectsCommand(serviceUserId, sheetId, showingId, body.ShownTo, body.Shown, body.At), cancellationToken));

    private static async Task<Ok<ProjectEffects>> GetProjectEffects(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetProjectEffectsQuery(projectId), cancellationToken));
}

/// <summary>A sheet of perceived effects, and the answers it already holds.</summary>
/// <param name="SubjectId">The project, or the practitioner’s place in the circle.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Version">The version of the questions that was shown; the newest when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person answers together with somebody on their own device.</param>
internal sealed record OpenEffectsSheetBody(
    EffectsSubjectKind Subject, Guid SubjectId, DateTimeOffset At, string? Version = null, IReadOnlyList<EffectsReply>? Answers = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Answers to be added.</summary>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person answers together with somebody on their own device.</param>
internal sealed record EffectsAnswersBody(IReadOnlyList<EffectsReply> Answers, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>To whom the person shows what they say, or no longer.</summary>
/// <param name="ShownTo">The place in the circle.</param>
/// <param name="Shown">False takes it back.</param>
/// <param name="At">What the device’s clock said.</param>
internal sealed record ShowEffectsBody(Guid ShownTo, bool Shown, DateTimeOffset At);
