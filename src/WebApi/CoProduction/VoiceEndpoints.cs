using Barometre.Application.CoProduction.Voices;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>Two voices on a theme: where they differ, what became of it, and where each side stands.</summary>
internal static class VoiceEndpoints
{
    public static void MapVoices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction/gaps").WithTags("Two voices");
        group.MapGet("", ListGaps).WithName(nameof(ListGaps))
            .WithSummary("Lists where the person and the practitioner see things differently, or did: the state of each gap, its history, and who moved.");
        group.MapPut("{theme}/sayings/{sayingId:guid}", SayOfGap).WithName(nameof(SayOfGap))
            .WithSummary("Says where one side stands with a gap, or both on one screen; it is closed once both have said the same of the same two ratings.");
    }

    private static async Task<Ok<GapList>> ListGaps(Guid serviceUserId, string? theme, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListGapsQuery(serviceUserId, theme), cancellationToken));

    private static async Task<Ok<KeptFact>> SayOfGap(
        Guid serviceUserId, string theme, Guid sayingId, SayOfGapBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new SayOfGapCommand(serviceUserId, theme, sayingId, body.Word, body.PersonAt, body.PractitionerAt, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>Where a side stands with a gap.</summary>
/// <param name="Word">That you agree, that you agree to differ, or that you are still talking.</param>
/// <param name="PersonAt">When the person’s rating that was read was given: <c>now.personAt</c> of the gap.</param>
/// <param name="PractitionerAt">When the practitioner’s rating that was read was given: <c>now.practitionerAt</c> of the gap.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, for one’s own side only; or together on one screen, for both.</param>
/// <param name="PresentMemberId">The practitioner who was there, when it is said together on the person’s own device.</param>
internal sealed record SayOfGapBody(
    GapWord Word, DateTimeOffset PersonAt, DateTimeOffset PractitionerAt, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
