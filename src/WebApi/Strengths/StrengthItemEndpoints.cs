using Barometre.Application.Shared;
using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Strengths;

/// <summary>One strength: named, answered, said otherwise, set aside, its history.</summary>
internal static class StrengthItemEndpoints
{
    public static void MapStrengthItems(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/strengths/items/{strengthId:guid}").WithTags("Strengths");
        group.MapPut("", NameStrength).WithName(nameof(NameStrength))
            .WithSummary("Names a strength under an id of the device’s making: the person’s at once when they take part, a proposal that waits for their yes otherwise.");
        group.MapPut("answers/{factId:guid}", AnswerStrength).WithName(nameof(AnswerStrength))
            .WithSummary("The person’s yes or no to a proposed strength; a yes may be in their own words, a no stays a no.");
        group.MapPut("revisions/{factId:guid}", ReviseStrength).WithName(nameof(ReviseStrength))
            .WithSummary("Says a strength otherwise, whole; what it said before stays readable.");
        group.MapPut("standings/{factId:guid}", RetireStrength).WithName(nameof(RetireStrength)).WithSummary("Sets a strength aside, or takes it up again.");
        group.MapGet("history", GetStrengthHistory).WithName(nameof(GetStrengthHistory)).WithSummary("Lists everything that happened to one strength, newest first.");
    }

    private static async Task<Ok<NotedStrength>> NameStrength(
        Guid serviceUserId, Guid strengthId, NameStrengthBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new NameStrengthCommand(serviceUserId, strengthId, body.Strength, body.At, body.Setting, body.Perspective), cancellationToken));

    private static async Task<Ok<NotedStrength>> AnswerStrength(
        Guid serviceUserId, Guid strengthId, Guid factId, AnswerStrengthBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new AnswerStrengthCommand(serviceUserId, strengthId, factId, body.Yes, body.Amended, body.Reason, body.At, body.Setting), cancellationToken));

    private static async Task<Ok<NotedStrength>> ReviseStrength(
        Guid serviceUserId, Guid strengthId, Guid factId, ReviseStrengthBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReviseStrengthCommand(serviceUserId, strengthId, factId, body.Strength, body.At, body.Setting), cancellationToken));

    private static async Task<Ok<NotedStrength>> RetireStrength(
        Guid serviceUserId, Guid strengthId, Guid factId, RetireStrengthBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RetireStrengthCommand(serviceUserId, strengthId, factId, body.Retired, body.Reason, body.At, body.Setting), cancellationToken));

    private static async Task<Ok<Page<StrengthChange>>> GetStrengthHistory(
        Guid serviceUserId, Guid strengthId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStrengthHistoryQuery(serviceUserId, strengthId, cursor, limit ?? 50), cancellationToken));
}

/// <summary>A strength to name.</summary>
/// <param name="At">What the device's clock said.</param>
/// <param name="Setting">Alone, or together on one screen; what anybody but the person names alone is a proposal.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
internal sealed record NameStrengthBody(SaidStrength Strength, DateTimeOffset At, Setting Setting = Setting.Alone, Perspective? Perspective = null);

/// <summary>The person's answer to a proposed strength.</summary>
/// <param name="Yes">No is kept and respected.</param>
/// <param name="At">What the device's clock said.</param>
/// <param name="Amended">With a yes: the strength in the person's own words; as proposed when not said.</param>
/// <param name="Reason">Why, in at most 500 characters, if the person wants to say.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person notes it with them only.</param>
internal sealed record AnswerStrengthBody(bool Yes, DateTimeOffset At, SaidStrength? Amended = null, string? Reason = null, Setting Setting = Setting.Alone);

/// <summary>A strength, said otherwise, whole.</summary>
/// <param name="At">What the device's clock said.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person notes it with them only.</param>
internal sealed record ReviseStrengthBody(SaidStrength Strength, DateTimeOffset At, Setting Setting = Setting.Alone);

/// <summary>A strength set aside, or taken up again.</summary>
/// <param name="Retired">False takes it up again.</param>
/// <param name="At">What the device's clock said.</param>
/// <param name="Reason">Why, in at most 500 characters, if the person wants to say.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person notes it with them only.</param>
internal sealed record RetireStrengthBody(bool Retired, DateTimeOffset At, string? Reason = null, Setting Setting = Setting.Alone);
