using Barometre.Application.CoProduction.Marks;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>“Let’s talk about it.”</summary>
internal static class MarkEndpoints
{
    public static void MapMarks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction/marks").WithTags("Marks");
        group.MapGet("", ListMarks).WithName(nameof(ListMarks)).WithSummary("Lists what somebody wants to talk about, the oldest wish first.");
        group.MapPut("{markId:guid}", MarkThing).WithName(nameof(MarkThing))
            .WithSummary("Says “let’s talk about it” of a thing, or no longer: everybody takes back their own mark, the person any.");
    }

    private static async Task<Ok<IReadOnlyList<MarkedThing>>> ListMarks(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMarksQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<KeptFact>> MarkThing(Guid serviceUserId, Guid markId, MarkThingBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new MarkThingCommand(serviceUserId, markId, body.Thing.Named(), body.Marked, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>That somebody wants to talk about a thing, or no longer does.</summary>
/// <param name="Thing">A theme or a star by the theme’s code, anything else by its id.</param>
/// <param name="Marked">True: let’s talk about it.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record MarkThingBody(ThingBody Thing, bool Marked, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
