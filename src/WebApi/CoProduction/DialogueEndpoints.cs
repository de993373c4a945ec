using Barometre.Application.CoProduction.Dialogues;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>Conversations on the things of a record.</summary>
internal static class DialogueEndpoints
{
    public static void MapDialogues(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction").WithTags("Dialogue");
        group.MapGet("conversations", ListConversations).WithName(nameof(ListConversations))
            .WithSummary("Lists the conversations of a record with how much of each is unread, the one in which something arrived last first; one thing has one conversation.");
        group.MapGet("conversations/{conversationId:guid}", GetConversation).WithName(nameof(GetConversation))
            .WithSummary("Shows what was said in a conversation, newest first, page by page.");
        group.MapPut("conversations/{conversationId:guid}/read", MarkConversationRead).WithName(nameof(MarkConversationRead))
            .WithSummary("Says up to where the caller has read a conversation; only the person sees who read.");
        group.MapPut("messages/{messageId:guid}", SayMessage).WithName(nameof(SayMessage))
            .WithSummary("Says something of a theme, a rating, a star, a tie, a strength, a goal, an action or a follow-up; the first message begins the conversation.");
        group.MapPut("messages/{messageId:guid}/edits/{editId:guid}", EditMessage).WithName(nameof(EditMessage))
            .WithSummary("Puts other words in place of one’s own; the earlier ones stay readable.");
        group.MapPut("messages/{messageId:guid}/withdrawals/{withdrawalId:guid}", WithdrawMessage).WithName(nameof(WithdrawMessage))
            .WithSummary("Takes one’s own message back: its place stays, its words are gone.");
        routes.MapPut("/api/v1/account/records/{serviceUserId:guid}/messages/{messageId:guid}/withdrawals/{withdrawalId:guid}", TakeBackMessage).WithTags("Dialogue").WithName(nameof(TakeBackMessage))
            .WithSummary("Takes the caller’s own words back by the message’s id, whatever place they have in the record now, or none any more; nothing of it is read.");
    }

    private static async Task<Ok<Page<ConversationRow>>> ListConversations(
        Guid serviceUserId, string? kind, string? theme, Guid? thingId, DateTimeOffset? since, string? cursor, IMediator mediator, CancellationToken cancellationToken, int limit = 50) =>
        TypedResults.Ok(await mediator.Send(new ListConversationsQuery(serviceUserId, kind, theme, thingId, since, cursor, limit), cancellationToken));

    private static async Task<Ok<ConversationView>> GetConversation(
        Guid serviceUserId, Guid conversationId, DateTimeOffset? since, string? cursor, IMediator mediator, CancellationToken cancellationToken, bool history = false, int limit = 50) =>
        TypedResults.Ok(await mediator.Send(new GetConversationQuery(serviceUserId, conversationId, history, since, cursor, limit), cancellationToken));

    private static async Task<Ok<ConversationRead>> MarkConversationRead(
        Guid serviceUserId, Guid conversationId, MarkConversationReadBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new MarkConversationReadCommand(serviceUserId, conversationId, body.Through), cancellationToken));

    private static async Task<Ok<KeptMessage>> SayMessage(Guid serviceUserId, Guid messageId, SayMessageBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new SayMessageCommand(serviceUserId, messageId, body.Thing.Named(), body.Words, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptMessage>> EditMessage(
        Guid serviceUserId, Guid messageId, Guid editId, EditMessageBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new EditMessageCommand(serviceUserId, messageId, editId, body.Words, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> TakeBackMessage(
        Guid serviceUserId, Guid messageId, Guid withdrawalId, TakeBackMessageBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new TakeBackMessageCommand(serviceUserId, messageId, withdrawalId, body.At), cancellationToken));

    private static async Task<Ok<KeptMessage>> WithdrawMessage(
        Guid serviceUserId, Guid messageId, Guid withdrawalId, WithdrawMessageBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WithdrawMessageCommand(serviceUserId, messageId, withdrawalId, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>How far a conversation was read.</summary>
/// <param name="Through">The <c>through</c> of the conversation that was shown.</param>
internal sealed record MarkConversationReadBody(int Through);

/// <summary>Something to say.</summary>
/// <param name="Thing">What of: a theme or a star by the theme’s code, anything else by its id.</param>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Perspective">Whose view it tells; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person writes together with somebody on their own device.</param>
internal sealed record SayMessageBody(
    ThingBody Thing, string Words, DateTimeOffset At, Perspective? Perspective = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Other words.</summary>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Perspective">Whose view it tells; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record EditMessageBody(string Words, DateTimeOffset At, Perspective? Perspective = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>That one's own words are taken back.</summary>
/// <param name="At">What the device’s clock said.</param>
internal sealed record TakeBackMessageBody(DateTimeOffset At);

/// <summary>That a message is taken back.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Perspective">In whose voice the message was; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record WithdrawMessageBody(DateTimeOffset At, Perspective? Perspective = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
