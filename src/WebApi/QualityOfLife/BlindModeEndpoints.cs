using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>Blind mode: what one voice says of a theme stays hidden from the other until that one has rated it too.</summary>
internal static class BlindModeEndpoints
{
    public static void MapBlindMode(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life/blind-mode").WithTags("Blind mode");
        group.MapGet("", GetBlindMode).WithName(nameof(GetBlindMode))
            .WithSummary("Says whether each voice’s ratings stay hidden from the other until both have rated, and on which themes something waits.");
        group.MapPut("choices/{choiceId:guid}", SetBlindMode).WithName(nameof(SetBlindMode))
            .WithSummary("The person turns blind mode on or off, alone or together with somebody on one screen.");
    }

    private static async Task<Ok<BlindModeView>> GetBlindMode(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetBlindModeQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<KeptFact>> SetBlindMode(Guid serviceUserId, Guid choiceId, SetBlindModeBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SetBlindModeCommand(serviceUserId, choiceId, body.On, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>Blind mode, on or off.</summary>
/// <param name="On">From now on ratings stay hidden until both voices have rated; false shows everything again.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person chooses with them only.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person chooses together with somebody on their own device.</param>
internal sealed record SetBlindModeBody(bool On, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
