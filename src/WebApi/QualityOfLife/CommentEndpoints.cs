using Barometre.Application.QualityOfLife.Comments;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>Words on a theme: written, edited, read, kept to oneself.</summary>
internal static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life").WithTags("Comments");
        group.MapGet("comments", ListComments).WithName(nameof(ListComments)).WithSummary("Lists the comments, newest first; those the person keeps to themself only for them.");
        group.MapPut("comments/{commentId:guid}", WriteComment).WithName(nameof(WriteComment))
            .WithSummary("Writes a comment under an id of the device’s making, or an edit of one’s own earlier comment, which stays readable.");
        group.MapPut("themes/{theme}/comments-closed", CloseComments).WithName(nameof(CloseComments))
            .WithSummary("Keeps a theme’s comments to the person, or opens them again; it counts at the next request.");
        group.MapGet("closed-comments", ListClosedComments).WithName(nameof(ListClosedComments)).WithSummary("Lists the themes whose comments the person keeps to themself.");
    }

    private static async Task<Ok<Page<CommentRow>>> ListComments(
        Guid serviceUserId, string? theme, bool? history, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListCommentsQuery(serviceUserId, theme, history ?? false, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<WrittenComment>> WriteComment(
        Guid serviceUserId, Guid commentId, WriteCommentBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteCommentCommand(serviceUserId, commentId, body.Theme, body.Words, body.At, body.Setting, body.Perspective, body.AssessmentId, body.Replaces),
            cancellationToken));

    private static async Task<Ok<ClosedComments>> CloseComments(
        Guid serviceUserId, string theme, CloseCommentsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CloseCommentsCommand(serviceUserId, theme, body.Closed), cancellationToken));

    private static async Task<Ok<IReadOnlyList<string>>> ListClosedComments(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListClosedCommentsQuery(serviceUserId), cancellationToken));
}

/// <summary>Words on a theme.</summary>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="At">What the device's clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="Perspective">Whose view they tell; the caller's own when not said.</param>
/// <param name="AssessmentId">The assessment during which they are written; none when not said.</param>
/// <param name="Replaces">One's own earlier comment that this is an edit of.</param>
internal sealed record WriteCommentBody(
    string Theme, string Words, DateTimeOffset At, Setting Setting = Setting.Alone, Perspective? Perspective = null, Guid? AssessmentId = null, Guid? Replaces = null);

/// <summary>Whether a theme's comments are kept to the person.</summary>
internal sealed record CloseCommentsBody(bool Closed);
