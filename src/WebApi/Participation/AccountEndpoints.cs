using System.Text.Json;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.WebApi.Participation.Authentication;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>One's own account: its password, its second factor, its passkeys.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/account").WithTags("Account");
        group.MapPost("", RegisterAccount).WithName(nameof(RegisterAccount)).WithSummary("Makes an account with a name of your choice; no e-mail, no phone.");
        group.MapGet("", GetAccount).WithName(nameof(GetAccount)).WithSummary("Shows your account.");
        group.MapPut("/password", ChangePassword).WithName(nameof(ChangePassword)).CountsAttempts().WithSummary("Changes your password; your other sessions end.");
        group.MapPut("/display-name", SetDisplayName).WithName(nameof(SetDisplayName)).WithSummary("Says how you are shown to the people you accompany.");
        group.MapPost("/recovery", RecoverAccount).WithName(nameof(RecoverAccount)).WithSummary("Sets a new password with a code; every session ends.");
        group.MapPost("/recovery-codes", RenewRecoveryCodes).WithName(nameof(RenewRecoveryCodes)).WithSummary("Makes ten new recovery codes; the old ones stop working.");
        group.MapPost("/authenticator", BeginAuthenticator).WithName(nameof(BeginAuthenticator)).WithSummary("Begins to add an authenticator app.");
        group.MapPost("/authenticator/confirmation", ConfirmAuthenticator).WithName(nameof(ConfirmAuthenticator)).CountsAttempts().WithSummary("Confirms the authenticator with a code of it.");
        group.MapDelete("/authenticator", RemoveAuthenticator).WithName(nameof(RemoveAuthenticator)).WithSummary("Removes the authenticator.");
        group.MapGet("/passkeys/challenge", ChallengeNewPasskey).WithName(nameof(ChallengeNewPasskey)).WithSummary("Gives the options by which your browser makes a passkey.");
        group.MapPost("/passkeys", AddPasskey).WithName(nameof(AddPasskey)).WithSummary("Adds a passkey.");
        group.MapGet("/passkeys", ListPasskeys).WithName(nameof(ListPasskeys)).WithSummary("Lists your passkeys.");
        group.MapDelete("/passkeys/{passkeyId}", RemovePasskey).WithName(nameof(RemovePasskey)).WithSummary("Removes a passkey.");
    }

    private static async Task<Created<NewAccount>> RegisterAccount(RegisterAccountBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountAttemptCommand(AttemptKind.Register, null, tickets.Address), cancellationToken);
        return TypedResults.Created("/api/v1/account", new NewAccount(await mediator.Send(new RegisterAccountCommand(attempt, body.Name, body.Password, body.DisplayName), cancellationToken)));
    }

    private static async Task<Ok<AccountFacts>> GetAccount(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetAccountQuery(), cancellationToken));

    private static async Task<NoContent> ChangePassword(ChangePasswordBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountOwnAttemptCommand(AttemptKind.Confirm, tickets.Address), cancellationToken);
        await mediator.Send(new ChangePasswordCommand(attempt, body.CurrentPassword, body.NewPassword), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetDisplayName(DisplayNameBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new SetDisplayNameCommand(body.DisplayName), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RecoveredAccount>> RecoverAccount(RecoverAccountBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountAttemptCommand(AttemptKind.Code, null, tickets.Address), cancellationToken);
        var outcome = await mediator.Send(new RecoverAccountCommand(attempt, body.Name, body.Code, body.NewPassword), cancellationToken);
        return outcome.Refusal is null ? TypedResults.Ok(new RecoveredAccount(outcome.Name)) : throw new NotSignedIn(outcome.Refusal);
    }

    private static async Task<Ok<RecoveryCodes>> RenewRecoveryCodes(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RenewRecoveryCodesCommand(), cancellationToken));

    private static async Task<Ok<AuthenticatorSecret>> BeginAuthenticator(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new BeginAuthenticatorCommand(), cancellationToken));

    private static async Task<Ok<RecoveryCodes>> ConfirmAuthenticator(AuthenticatorCodeBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        var attempt = await mediator.Send(new CountOwnAttemptCommand(AttemptKind.Confirm, tickets.Address), cancellationToken);
        return TypedResults.Ok(await mediator.Send(new ConfirmAuthenticatorCommand(attempt, body.Code), cancellationToken));
    }

    private static async Task<NoContent> RemoveAuthenticator(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveAuthenticatorCommand(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PasskeyOptions>> ChallengeNewPasskey(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(PasskeyOptions.Of(await mediator.Send(new ChallengeNewPasskeyQuery(), cancellationToken)));

    private static async Task<Created<PasskeySummary>> AddPasskey(AddPasskeyBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var added = await mediator.Send(new AddPasskeyCommand(body.State, body.Credential.GetRawText(), body.Name), cancellationToken);
        return TypedResults.Created($"/api/v1/account/passkeys/{added.Id}", added);
    }

    private static async Task<Ok<IReadOnlyList<PasskeySummary>>> ListPasskeys(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListPasskeysQuery(), cancellationToken));

    private static async Task<NoContent> RemovePasskey(string passkeyId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemovePasskeyCommand(passkeyId), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>What somebody chooses to make an account.</summary>
/// <param name="Name">Any name, not used yet; it need not be one's own.</param>
/// <param name="Password">At least 8 characters; 15 for whoever will hold another role than service user or relative.</param>
/// <param name="DisplayName">For staff and relatives: how the people they accompany see them; a first name is enough for a relative. Not for service users.</param>
internal sealed record RegisterAccountBody(string Name, string Password, string? DisplayName = null);

/// <summary>How one is shown to the people one accompanies.</summary>
internal sealed record DisplayNameBody(string DisplayName);

/// <summary>The account that was made.</summary>
internal sealed record NewAccount(Guid AccountId);

/// <summary>The password in force and the one to come.</summary>
internal sealed record ChangePasswordBody(string CurrentPassword, string NewPassword);

/// <summary>A code that lets somebody back in.</summary>
/// <param name="Code">The code that a practitioner made; or, with the name, one of the account's recovery codes.</param>
/// <param name="NewPassword">The password to come.</param>
/// <param name="Name">The account's name, with a recovery code only.</param>
internal sealed record RecoverAccountBody(string Code, string NewPassword, string? Name = null);

/// <summary>The account that has a new password.</summary>
/// <param name="Name">The name to sign in with.</param>
internal sealed record RecoveredAccount(string? Name);

/// <summary>What the authenticator shows.</summary>
internal sealed record AuthenticatorCodeBody(string Code);

/// <summary>A passkey just made.</summary>
/// <param name="State">As it came with the challenge.</param>
/// <param name="Credential">What <c>navigator.credentials.create</c> gave, as its <c>toJSON</c> says it.</param>
/// <param name="Name">What you call it.</param>
internal sealed record AddPasskeyBody(string State, JsonElement Credential, string Name);
