using Barometre.Application.Participation.Consents;
using Barometre.Application.Participation.Studies;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>What people are asked to agree to, and what they say.</summary>
internal static class ConsentEndpoints
{
    private const int Page = 50;

    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/consents").WithTags("Consents");
        group.MapGet("", ListConsents).WithName(nameof(ListConsents)).WithSummary("Shows all that the person is asked about today, with its text and what holds now.");
        group.MapGet("/answers", ListConsentAnswers).WithName(nameof(ListConsentAnswers)).WithSummary("Lists every answer that was given, newest first.");
        group.MapPut("/answers/{answerId:guid}", AnswerConsent).WithName(nameof(AnswerConsent)).WithSummary("Says yes to a text that was shown, or no; counts at everybody's next request.");
        routes.MapGet("/api/v1/consent-texts/{textHash}", GetConsentText).WithName(nameof(GetConsentText)).WithTags("Consents")
            .WithSummary("Shows a text that somebody said yes to, to the letter, by its hash.");
        routes.MapGet("/api/v1/projects/{projectId:guid}/consent-counts", CountConsents).WithName(nameof(CountConsents)).WithTags("Consents")
            .WithSummary("Counts how many of a project's people agree to its statistics and studies; small numbers are not shown.");
        var studies = routes.MapGroup("/api/v1/research-studies").WithTags("Consents");
        studies.MapGet("", ListStudies).WithName(nameof(ListStudies)).WithSummary("Lists the studies that ask people for their consent.");
        studies.MapPut("/{studyId:guid}", SaveStudy).WithName(nameof(SaveStudy)).WithSummary("Adds a study, or tells it otherwise: whoever agreed is then asked again.");
    }

    private static async Task<Ok<IReadOnlyList<ConsentView>>> ListConsents(Guid serviceUserId, string? language, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListConsentsQuery(serviceUserId, language), cancellationToken));

    private static async Task<Ok<Page<ConsentAnswerView>>> ListConsentAnswers(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListConsentAnswersQuery(serviceUserId, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<AnsweredConsent>> AnswerConsent(
        Guid serviceUserId, Guid answerId, ConsentAnswerBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new AnswerConsentCommand(serviceUserId, answerId, body.Kind, body.Subject ?? "", body.Agrees, body.TextHash, body.At), cancellationToken));

    private static async Task<Ok<KeptTextView>> GetConsentText(string textHash, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetConsentTextQuery(textHash), cancellationToken));

    private static async Task<Ok<IReadOnlyList<ConsentCount>>> CountConsents(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CountConsentsQuery(projectId), cancellationToken));

    private static async Task<Ok<Page<StudyView>>> ListStudies(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListStudiesQuery(cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<StudyView>> SaveStudy(Guid studyId, StudyBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new SaveStudyCommand(studyId, body.OrganisationId, new StudyDescription(body.Title, body.About, body.Themes, body.ProjectIds, body.EndsOn)), cancellationToken));
}

/// <summary>What the person says.</summary>
/// <param name="Subject">Which project, study, theme, system or channel; none where the kind has one only.</param>
/// <param name="TextHash">The hash of the text that was shown; a no needs none.</param>
internal sealed record ConsentAnswerBody(ConsentKind Kind, bool Agrees, DateTimeOffset At, string? Subject = null, string? TextHash = null);

/// <summary>A study, as people are told.</summary>
/// <param name="Themes">Codes of themes of research.</param>
/// <param name="ProjectIds">The projects whose people it asks.</param>
internal sealed record StudyBody(Guid OrganisationId, Wording Title, Wording About, IReadOnlyList<string> Themes, IReadOnlyList<Guid> ProjectIds, DateOnly EndsOn);
