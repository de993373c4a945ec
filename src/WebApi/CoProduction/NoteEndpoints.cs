using Barometre.Application.CoProduction.Notes;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>What the person writes for themself.</summary>
internal static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction/notes").WithTags("Private notes");
        group.MapGet("", ListNotes).WithName(nameof(ListNotes))
            .WithSummary("Lists the person’s notes: all of them for the person, those that they show for whoever may see what they are about.");
        group.MapPut("{noteId:guid}", WriteNote).WithName(nameof(WriteNote))
            .WithSummary("Writes a note, on a thing of the record or on nothing, that nobody but the person can open until they show it.");
        group.MapPut("{noteId:guid}/wordings/{wordingId:guid}", RewordNote).WithName(nameof(RewordNote))
            .WithSummary("Says a note otherwise; what it said before stays the person’s alone.");
        group.MapPut("{noteId:guid}/showings/{showingId:guid}", ShowNote).WithName(nameof(ShowNote))
            .WithSummary("Opens a note to whoever may see what it is about, from then on, or takes it back.");
        group.MapPut("{noteId:guid}/throwings/{throwingId:guid}", ThrowNoteAway).WithName(nameof(ThrowNoteAway)).WithSummary("Throws a note away: its words are gone.");
    }

    private static async Task<Ok<Page<NoteRow>>> ListNotes(
        Guid serviceUserId, string? cursor, IMediator mediator, CancellationToken cancellationToken, bool history = false, int limit = 50) =>
        TypedResults.Ok(await mediator.Send(new ListNotesQuery(serviceUserId, history, cursor, limit), cancellationToken));

    private static async Task<Ok<KeptNote>> WriteNote(Guid serviceUserId, Guid noteId, WriteNoteBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new WriteNoteCommand(serviceUserId, noteId, body.Thing?.Named(), body.Words, body.At), cancellationToken));

    private static async Task<Ok<KeptNote>> RewordNote(
        Guid serviceUserId, Guid noteId, Guid wordingId, RewordNoteBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RewordNoteCommand(serviceUserId, noteId, wordingId, body.Words, body.At), cancellationToken));

    private static async Task<Ok<KeptNote>> ShowNote(Guid serviceUserId, Guid noteId, Guid showingId, ShowNoteBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowNoteCommand(serviceUserId, noteId, showingId, body.Shown, body.At), cancellationToken));

    private static async Task<Ok<KeptNote>> ThrowNoteAway(
        Guid serviceUserId, Guid noteId, Guid throwingId, ThrowNoteAwayBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ThrowNoteAwayCommand(serviceUserId, noteId, throwingId, body.At), cancellationToken));
}

/// <summary>A note to write.</summary>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Thing">What it is about; nothing in particular when not said.</param>
internal sealed record WriteNoteBody(string Words, DateTimeOffset At, ThingBody? Thing = null);

/// <summary>Other words of a note.</summary>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="At">What the device’s clock said.</param>
internal sealed record RewordNoteBody(string Words, DateTimeOffset At);

/// <summary>Whether a note is shown from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
internal sealed record ShowNoteBody(bool Shown, DateTimeOffset At);

/// <summary>That a note is thrown away.</summary>
/// <param name="At">What the device’s clock said.</param>
internal sealed record ThrowNoteAwayBody(DateTimeOffset At);
