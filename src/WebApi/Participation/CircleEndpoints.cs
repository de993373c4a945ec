using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.WebApi.Participation.Authentication;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>The circle around a person: who is in it, and what is open to each.</summary>
internal static class CircleEndpoints
{
    private const int Page = 50;

    public static void MapCircle(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/circle").WithTags("Circle");
        group.MapGet("", GetCircle).WithName(nameof(GetCircle)).WithSummary("Shows who is around the person.");
        group.MapGet("/history", GetCircleHistory).WithName(nameof(GetCircleHistory)).WithSummary("Shows the person what happened in their circle, newest first.");
        group.MapGet("/candidates", ListCandidates).WithName(nameof(ListCandidates)).WithSummary("Lists whom the person can invite by account.");
        group.MapPut("/{memberId:guid}", InviteToCircle).WithName(nameof(InviteToCircle)).WithSummary("Invites a practitioner, another system or a relative.");
        group.MapDelete("/{memberId:guid}", LeaveCircle).WithName(nameof(LeaveCircle)).WithSummary("Takes a place back, or leaves it.");
        group.MapPut("/{memberId:guid}/sharing", ShareTabs).WithName(nameof(ShareTabs)).WithSummary("Opens and closes tabs to one member; counts at their next request.");
        group.MapPut("/{memberId:guid}/together", AllowTogether).WithName(nameof(AllowTogether))
            .WithSummary("Allows that what a practitioner notes together with the person counts as theirs, for a time, or takes it back.");
        group.MapPost("/{memberId:guid}/codes", IssueInvitationCode).WithName(nameof(IssueInvitationCode)).WithSummary("Makes the one-time code that an invited relative uses.");
        group.MapPut("/{memberId:guid}/answer", AnswerInvitation).WithName(nameof(AnswerInvitation)).WithSummary("Takes the place that the person offered to your account, or does not.");
        group.MapPut("/{memberId:guid}/confirmation", AnswerForward).WithName(nameof(AnswerForward)).WithSummary("Says yes or no to somebody whom a coordinator put forward.");
        var account = routes.MapGroup("/api/v1/account").WithTags("Circle");
        account.MapGet("/invitations", ListInvitations).WithName(nameof(ListInvitations)).WithSummary("Lists the places offered to you.");
        account.MapPost("/places", TakePlace).WithName(nameof(TakePlace)).CountsAttempts().WithSummary("Takes, with the code you were given, a place in somebody's circle.");
    }

    private static async Task<Ok<IReadOnlyList<MemberView>>> GetCircle(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetCircleQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<Page<CircleFactView>>> GetCircleHistory(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetCircleHistoryQuery(serviceUserId, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<IReadOnlyList<CandidateView>>> ListCandidates(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListCandidatesQuery(serviceUserId), cancellationToken));

    private static async Task<NoContent> InviteToCircle(Guid serviceUserId, Guid memberId, InviteBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new InviteToCircleCommand(serviceUserId, memberId, body.Role, body.AccountId, body.ProjectId, body.Label, body.Sharing), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LeaveCircle(Guid serviceUserId, Guid memberId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LeaveCircleCommand(serviceUserId, memberId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SharingView>> ShareTabs(Guid serviceUserId, Guid memberId, Sharing body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShareTabsCommand(serviceUserId, memberId, body), cancellationToken));

    private static async Task<NoContent> AllowTogether(Guid serviceUserId, Guid memberId, TogetherBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AllowTogetherCommand(serviceUserId, memberId, body.Until), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IssuedCode>> IssueInvitationCode(Guid serviceUserId, Guid memberId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new IssueInvitationCodeCommand(serviceUserId, memberId), cancellationToken));

    private static async Task<NoContent> AnswerInvitation(Guid serviceUserId, Guid memberId, AnswerBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AnswerInvitationCommand(serviceUserId, memberId, body.Yes), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AnswerForward(Guid serviceUserId, Guid memberId, AnswerBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AnswerForwardCommand(serviceUserId, memberId, body.Yes), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<InvitationView>>> ListInvitations(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListInvitationsQuery(), cancellationToken));

    private static async Task<Ok<TakenPlace>> TakePlace(CodeBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        await mediator.Send(new CountOwnAttemptCommand(AttemptKind.Code, tickets.Address), cancellationToken);
        return TypedResults.Ok(await mediator.Send(new TakePlaceCommand(body.Code), cancellationToken));
    }
}

/// <summary>Whom the person invites: a practitioner or a system by account and project, a relative by neither.</summary>
/// <param name="Label">What the person calls a relative, for example <c>my sister</c>.</param>
internal sealed record InviteBody(Role Role, Sharing Sharing, Guid? AccountId = null, Guid? ProjectId = null, string? Label = null);

/// <summary>Yes or no.</summary>
internal sealed record AnswerBody(bool Yes);

/// <summary>Until when what a practitioner notes together with the person counts as theirs; null takes it back.</summary>
internal sealed record TogetherBody(DateTimeOffset? Until);
