using Barometre.Application.CoProduction.Meetings;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>The agenda of a meeting: drawn from the record, edited by both; each thing done to it is a fact, and what two do at once all counts.</summary>
internal static class AgendaEndpoints
{
    public static void MapAgendas(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/meetings/{meetingId:guid}/agenda").WithTags("Meetings");
        group.MapPost("drawings", DrawAgenda).WithName(nameof(DrawAgenda))
            .WithSummary("Draws the agenda from what is open to the caller: what is new is added; nothing is removed, doubled or taken back once struck.");
        group.MapPut("{itemId:guid}", AddAgendaItem).WithName(nameof(AddAgendaItem)).WithSummary("Adds something in words to the agenda.");
        group.MapPut("{itemId:guid}/wordings/{factId:guid}", RewordAgendaItem).WithName(nameof(RewordAgendaItem)).WithSummary("Says an item in other words: its author, or the person.");
        group.MapPut("{itemId:guid}/places/{factId:guid}", PlaceAgendaItem).WithName(nameof(PlaceAgendaItem)).WithSummary("Puts an item after another, or first.");
        group.MapPut("{itemId:guid}/strikings/{factId:guid}", StrikeAgendaItem).WithName(nameof(StrikeAgendaItem)).WithSummary("Strikes an item, or takes it back.");
        group.MapPut("{itemId:guid}/notes/{factId:guid}", NoteOnAgenda).WithName(nameof(NoteOnAgenda))
            .WithSummary("Notes what was talked about, as one sees it, or what was decided: that is the person’s to say, alone or with others on one screen.");
    }

    private static async Task<Ok<DrawnAgenda>> DrawAgenda(Guid serviceUserId, Guid meetingId, DrawAgendaBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DrawAgendaCommand(serviceUserId, meetingId, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> AddAgendaItem(
        Guid serviceUserId, Guid meetingId, Guid itemId, AgendaWordsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AddAgendaItemCommand(serviceUserId, meetingId, itemId, body.Words, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> RewordAgendaItem(
        Guid serviceUserId, Guid meetingId, Guid itemId, Guid factId, AgendaWordsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new RewordAgendaItemCommand(serviceUserId, meetingId, itemId, factId, body.Words, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> PlaceAgendaItem(
        Guid serviceUserId, Guid meetingId, Guid itemId, Guid factId, PlaceAgendaItemBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new PlaceAgendaItemCommand(serviceUserId, meetingId, itemId, factId, body.AfterItemId, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> StrikeAgendaItem(
        Guid serviceUserId, Guid meetingId, Guid itemId, Guid factId, StrikeAgendaItemBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new StrikeAgendaItemCommand(serviceUserId, meetingId, itemId, factId, body.Struck, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> NoteOnAgenda(
        Guid serviceUserId, Guid meetingId, Guid itemId, Guid factId, NoteOnAgendaBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new NoteOnAgendaCommand(
                serviceUserId, meetingId, itemId, factId, body.Decided, body.Words, body.Link, body.NextOn, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>A drawing of the agenda.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record DrawAgendaBody(DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>The words of an item.</summary>
/// <param name="Words">At most 500 characters.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record AgendaWordsBody(string Words, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>The place of an item.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="AfterItemId">The item that it comes after; first when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record PlaceAgendaItemBody(DateTimeOffset At, Guid? AfterItemId = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>The striking of an item, or its taking back.</summary>
/// <param name="Struck">False takes it back.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record StrikeAgendaItemBody(bool Struck, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>What was talked about, or decided.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Decided">True for a decision.</param>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="Link">What it led to: what that changes is done where it stands.</param>
/// <param name="NextOn">When it is to be looked at again, where the person lives.</param>
/// <param name="Perspective">Whose view it tells; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record NoteOnAgendaBody(
    DateTimeOffset At, bool Decided = false, string? Words = null, Thing? Link = null, DateOnly? NextOn = null, Perspective? Perspective = null, Setting Setting = Setting.Alone,
    Guid? PresentMemberId = null);
