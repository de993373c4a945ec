using Barometre.Application.AccomplishmentPlan.Figures;
using Barometre.Application.AccomplishmentPlan.FollowUps;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>The plan as a whole: now and at a time, who carries what, what is due, what changed, reviews.</summary>
internal static class PlanEndpoints
{
    public static void MapPlan(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/plan").WithTags("Plan");
        group.MapGet("", GetPlan).WithName(nameof(GetPlan)).WithSummary("Shows the plan now, or as it stood at a time.");
        group.MapGet("carriers", GetCarriers).WithName(nameof(GetCarriers)).WithSummary("Shows who carries what: counts and shares by role.");
        group.MapGet("due", GetDueActions).WithName(nameof(GetDueActions)).WithSummary("Shows what is late and what comes next, in the days of the person’s own zone.");
        group.MapGet("changes", ListPlanChanges).WithName(nameof(ListPlanChanges)).WithSummary("Lists what became known of the plan since a time, newest first, without a word of it.");
        group.MapGet("attainment", GetAttainment).WithName(nameof(GetAttainment)).WithSummary("Shows goal attainment (GAS T) over time, each voice apart.");
        group.MapGet("figures", GetPlanFigures).WithName(nameof(GetPlanFigures)).WithSummary("Shows the plan in figures, as last computed, each with its definition in plain words.");
        group.MapPut("time-zone", SetPlanTimeZone).WithName(nameof(SetPlanTimeZone)).WithSummary("Says where the person lives, so that the days of their plan are their days.");
        group.MapGet("reviews", ListReviews).WithName(nameof(ListReviews)).WithSummary("Lists the reviews of the plan, newest first.");
        group.MapPut("reviews/{reviewId:guid}", NoteReview).WithName(nameof(NoteReview)).WithSummary("Notes a review: when, who was there, what was decided, when next.");
    }

    private static async Task<Ok<PlanView>> GetPlan(Guid serviceUserId, DateTimeOffset? at, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetPlanQuery(serviceUserId, at), cancellationToken));

    private static async Task<Ok<CarriersView>> GetCarriers(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetCarriersQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<DueActions>> GetDueActions(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetDueActionsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<Page<PlanChange>>> ListPlanChanges(
        Guid serviceUserId, DateTimeOffset since, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListPlanChangesQuery(serviceUserId, since, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<IReadOnlyList<AttainmentSeries>>> GetAttainment(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetAttainmentQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<PlanFiguresView>> GetPlanFigures(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetPlanFiguresQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<PlanTimeZoneView>> SetPlanTimeZone(Guid serviceUserId, SetPlanTimeZoneBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SetPlanTimeZoneCommand(serviceUserId, body.TimeZone), cancellationToken));

    private static async Task<Ok<Page<ReviewView>>> ListReviews(Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReviewsQuery(serviceUserId, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<KeptFact>> NoteReview(Guid serviceUserId, Guid reviewId, NoteReviewBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new NoteReviewCommand(serviceUserId, reviewId, body.HeldOn, body.Members ?? [], body.Decided, body.NextOn, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>Where the person lives.</summary>
/// <param name="TimeZone">An IANA zone.</param>
internal sealed record SetPlanTimeZoneBody(string TimeZone);

/// <summary>A review of the plan.</summary>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="Decided">At most 4,000 characters.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record NoteReviewBody(
    DateOnly HeldOn, DateTimeOffset At, IReadOnlyList<Guid>? Members = null, string? Decided = null, DateOnly? NextOn = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
