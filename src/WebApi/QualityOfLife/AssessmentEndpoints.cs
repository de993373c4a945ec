using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>Assessments of quality of life: opened, answered a bit at a time, completed or abandoned.</summary>
internal static class AssessmentEndpoints
{
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life/assessments").WithTags("Assessments");
        group.MapGet("", ListAssessments).WithName(nameof(ListAssessments)).WithSummary("Lists a person’s assessments, newest first.");
        group.MapGet("{assessmentId:guid}", GetAssessment).WithName(nameof(GetAssessment))
            .WithSummary("Shows one assessment: what it says now on each theme, and what it said before.");
        group.MapPut("{assessmentId:guid}", OpenAssessment).WithName(nameof(OpenAssessment))
            .WithSummary("Opens an assessment under an id of the device’s making, with any answers it already holds; sent again, it is opened once.");
        group.MapPost("{assessmentId:guid}/answers", AddAnswers).WithName(nameof(AddAnswers))
            .WithSummary("Adds answers: more themes, corrections, answers taken back. Late and repeated answers do no harm.");
        group.MapPost("{assessmentId:guid}/completion", CompleteAssessment).WithName(nameof(CompleteAssessment))
            .WithSummary("Says that an assessment is finished, however many themes it holds.");
        group.MapPost("{assessmentId:guid}/abandonment", AbandonAssessment).WithName(nameof(AbandonAssessment))
            .WithSummary("Gives an assessment up: its answers stay readable and no longer count.");
    }

    private static async Task<Ok<Page<AssessmentRow>>> ListAssessments(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAssessmentsQuery(serviceUserId, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<AssessmentDetail>> GetAssessment(Guid serviceUserId, Guid assessmentId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetAssessmentQuery(serviceUserId, assessmentId), cancellationToken));

    private static async Task<Results<Created<AnswersReceipt>, Ok<AnswersReceipt>>> OpenAssessment(
        Guid serviceUserId, Guid assessmentId, OpenAssessmentBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new OpenAssessmentCommand(
            serviceUserId, assessmentId, body.Setting, body.Perspective, body.InstrumentVersion, body.ProjectId, body.At, body.Answers ?? [], body.Complete);
        var opened = await mediator.Send(command, cancellationToken);
        return opened.IsNew
            ? TypedResults.Created($"/api/v1/service-users/{serviceUserId}/quality-of-life/assessments/{assessmentId}", opened.Receipt)
            : TypedResults.Ok(opened.Receipt);
    }

    private static async Task<Ok<AnswersReceipt>> AddAnswers(
        Guid serviceUserId, Guid assessmentId, AddAnswersBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AddAnswersCommand(serviceUserId, assessmentId, body.Answers), cancellationToken));

    private static async Task<Ok<AnswersReceipt>> CompleteAssessment(
        Guid serviceUserId, Guid assessmentId, CloseAssessmentBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CompleteAssessmentCommand(serviceUserId, assessmentId, body.At), cancellationToken));

    private static async Task<Ok<AnswersReceipt>> AbandonAssessment(
        Guid serviceUserId, Guid assessmentId, CloseAssessmentBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AbandonAssessmentCommand(serviceUserId, assessmentId, body.At), cancellationToken));
}

/// <summary>How an assessment begins, and what it already holds.</summary>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="At">What the device's clock said at the opening.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said. The person's own view on somebody else's device needs the setting joint.</param>
/// <param name="InstrumentVersion">The version that was shown; the newest when not said.</param>
/// <param name="ProjectId">The project whose themes were shown; none when not said.</param>
/// <param name="Answers">At most 200.</param>
/// <param name="Complete">The assessment is finished with these answers.</param>
internal sealed record OpenAssessmentBody(
    Setting Setting,
    DateTimeOffset At,
    Perspective? Perspective = null,
    string? InstrumentVersion = null,
    Guid? ProjectId = null,
    IReadOnlyList<GivenAnswer>? Answers = null,
    bool Complete = false);

/// <summary>Answers to add, at most 200, each with an id of the device's making.</summary>
internal sealed record AddAnswersBody(IReadOnlyList<GivenAnswer> Answers);

/// <summary>When an assessment was completed or abandoned.</summary>
/// <param name="At">What the device's clock said; now when not said.</param>
internal sealed record CloseAssessmentBody(DateTimeOffset? At = null);
