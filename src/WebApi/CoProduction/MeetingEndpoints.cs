using Barometre.Application.CoProduction.Meetings;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>Sharing meetings: planned or begun by either, closed once.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/meetings").WithTags("Meetings");
        group.MapGet("", ListMeetings).WithName(nameof(ListMeetings)).WithSummary("Lists the sharing meetings of a record, latest first, without a word of them.");
        group.MapGet("next", GetNextMeeting).WithName(nameof(GetNextMeeting)).WithSummary("Says when people meet next, in the days of the person’s own zone.");
        group.MapGet("{meetingId:guid}", GetMeeting).WithName(nameof(GetMeeting))
            .WithSummary("Shows a meeting: its agenda as it stands, what was said and decided, when next; of what is closed to the reader, only that there is something.");
        group.MapPut("{meetingId:guid}", OpenMeeting).WithName(nameof(OpenMeeting)).WithSummary("Plans a meeting, or begins one on the spot.");
        group.MapPut("{meetingId:guid}/steps/{stepId:guid}", StepMeeting).WithName(nameof(StepMeeting)).WithSummary("Plans a meeting for another day, begins it, or calls it off.");
        group.MapPut("{meetingId:guid}/closings/{stepId:guid}", CloseMeeting).WithName(nameof(CloseMeeting))
            .WithSummary("Closes a meeting: when it was held, who was there, when the next one is; noted as a review of the plan if it was one.");
    }

    private static async Task<Ok<Page<MeetingRow>>> ListMeetings(Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMeetingsQuery(serviceUserId, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<NextMeeting>> GetNextMeeting(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetNextMeetingQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<MeetingView>> GetMeeting(Guid serviceUserId, Guid meetingId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetMeetingQuery(serviceUserId, meetingId), cancellationToken));

    private static async Task<Ok<NotedMeeting>> OpenMeeting(Guid serviceUserId, Guid meetingId, OpenMeetingBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new OpenMeetingCommand(serviceUserId, meetingId, body.State, body.Meeting, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<NotedMeeting>> StepMeeting(
        Guid serviceUserId, Guid meetingId, Guid stepId, StepMeetingBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new StepMeetingCommand(serviceUserId, meetingId, stepId, body.To, body.Meeting, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<NotedMeeting>> CloseMeeting(
        Guid serviceUserId, Guid meetingId, Guid stepId, CloseMeetingBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new CloseMeetingCommand(
                serviceUserId, meetingId, stepId, body.HeldOn, body.Members ?? [], body.Decided, body.NextOn, body.ReviewId, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>A meeting that is planned, or begun on the spot.</summary>
/// <param name="State">Planned or under way.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record OpenMeetingBody(MeetingState State, MeetingText Meeting, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>A meeting’s coming to another state.</summary>
/// <param name="To">Planned, under way or called off.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record StepMeetingBody(MeetingState To, MeetingText Meeting, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>The end of a meeting.</summary>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="Decided">What was decided in all: the person’s to say, alone or with others on one screen. At most 4,000 characters.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
/// <param name="ReviewId">The review of the plan that the meeting was: one that is there, or a new one’s id; none when the plan was not looked at.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who held the other end, when the person notes together with somebody on their own device.</param>
internal sealed record CloseMeetingBody(
    DateOnly HeldOn, DateTimeOffset At, IReadOnlyList<Guid>? Members = null, string? Decided = null, DateOnly? NextOn = null, Guid? ReviewId = null, Setting Setting = Setting.Alone,
    Guid? PresentMemberId = null);
