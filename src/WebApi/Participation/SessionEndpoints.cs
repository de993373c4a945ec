using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.WebApi.Participation.Authentication;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    private const string Current = "/api/v1/sessions/current";

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/sessions").WithTags("Sessions");
        group.MapPost("", SignIn).WithName(nameof(SignIn)).WithSummary("Signs in with a name and a password, and a second factor if the account has one.");
        group.MapGet("/passkey/challenge", ChallengePasskey).WithName(nameof(ChallengePasskey)).WithSummary("Gives the options by which a browser signs in with a passkey.");
        group.MapPost("/passkey", SignInWithPasskey).WithName(nameof(SignInWithPasskey)).WithSummary("Signs in with a passkey.");
        group.MapPost("/refresh", RefreshSession).WithName(nameof(RefreshSession)).WithSummary("Exchanges a refresh token for new tokens; one used twice ends the session.");
        group.MapGet("", ListSessions).WithName(nameof(ListSessions)).WithSummary("Lists your sessions that have not ended.");
        group.MapGet("/current", GetSession).WithName(nameof(GetSession)).WithSummary("Shows this session, with an antiforgery token for a page of ours.").Sends<ListSessionsQuery>();
        group.MapDelete("/current", SignOut).WithName(nameof(SignOut)).WithSummary("Signs out of this session.").Sends<EndSessionsCommand>();
        group.MapDelete("/{sessionId:guid}", EndSession).WithName(nameof(EndSession)).WithSummary("Ends one of your sessions.").Sends<EndSessionsCommand>();
        group.MapDelete("", EndSessions).WithName(nameof(EndSessions)).WithSummary("Signs out everywhere.");
    }

    private static async Task<Created<SignedInSession>> SignIn(SignInBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountAttemptCommand(AttemptKind.SignIn, body.Name, tickets.Address, tickets.Device(body.Device)), cancellationToken);
        return TypedResults.Created(Current, await tickets.HandOverAsync(await mediator.Send(new SignInCommand(attempt, body.Name, body.Password, body.Code, body.RecoveryCode, body.Mode), cancellationToken)));
    }

    private static async Task<Ok<PasskeyOptions>> ChallengePasskey(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(PasskeyOptions.Of(await mediator.Send(new ChallengePasskeyQuery(), cancellationToken)));

    private static async Task<Created<SignedInSession>> SignInWithPasskey(PasskeySignInBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountAttemptCommand(AttemptKind.Passkey, null, tickets.Address), cancellationToken);
        return TypedResults.Created(Current, await tickets.HandOverAsync(await mediator.Send(new SignInWithPasskeyCommand(attempt, body.State, body.Credential.GetRawText(), body.Mode), cancellationToken)));
    }

    private static async Task<Ok<SignedInSession>> RefreshSession(RefreshBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tickets.HandOverAsync(await mediator.Send(new RefreshSessionCommand(body.RefreshToken), cancellationToken)));

    private static async Task<Ok<IReadOnlyList<SessionSummary>>> ListSessions(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListSessionsQuery(), cancellationToken));

    private static async Task<Ok<CurrentSession>> GetSession(IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var current = (await mediator.Send(new ListSessionsQuery(), cancellationToken)).Single(session => session.Current);
        return TypedResults.Ok(new CurrentSession(current.SessionId, current.Mode, current.Strong, current.ExpiresAt, tickets.AntiforgeryToken()));
    }

    private static async Task<NoContent> SignOut(IMediator mediator, Caller caller, SessionTickets tickets, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndSessionsCommand(caller.SessionId), cancellationToken);
        await tickets.DropCookieAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSession(Guid sessionId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndSessionsCommand(sessionId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSessions(IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndSessionsCommand(null), cancellationToken);
        await tickets.DropCookieAsync();
        return TypedResults.NoContent();
    }
}

/// <summary>What somebody gives to sign in.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Password">The account's password.</param>
/// <param name="Mode"><c>cookie</c> for a page of ours, <c>token</c> for other front ends.</param>
/// <param name="Code">What the authenticator shows, if the account has one.</param>
/// <param name="RecoveryCode">A recovery code instead.</param>
/// <param name="Device">For token mode: what the last session on this device gave as <c>device</c>.</param>
internal sealed record SignInBody(string Name, string Password, SessionMode Mode, string? Code = null, string? RecoveryCode = null, string? Device = null);

/// <summary>A passkey's answer to a challenge.</summary>
/// <param name="State">As it came with the challenge.</param>
/// <param name="Credential">What <c>navigator.credentials.get</c> gave, as its <c>toJSON</c> says it.</param>
/// <param name="Mode"><c>cookie</c> for a page of ours, <c>token</c> for other front ends.</param>
internal sealed record PasskeySignInBody(string State, JsonElement Credential, SessionMode Mode);

/// <summary>The refresh token that the front end holds.</summary>
internal sealed record RefreshBody(string RefreshToken);

/// <summary>This session.</summary>
/// <param name="AntiforgeryToken">For cookie mode: goes into <c>X-Antiforgery-Token</c> of every request that changes something.</param>
internal sealed record CurrentSession(
    Guid SessionId, SessionMode Mode, bool Strong, DateTimeOffset ExpiresAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AntiforgeryToken);

/// <summary>A challenge for a passkey.</summary>
/// <param name="Options">For <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
/// <param name="State">Opaque; to be given back with the answer within five minutes, once.</param>
internal sealed record PasskeyOptions(JsonElement Options, string State)
{
    public static PasskeyOptions Of(PasskeyChallenge challenge) => new(JsonSerializer.Deserialize<JsonElement>(challenge.Options), challenge.State);
}
