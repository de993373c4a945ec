using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Notes on an item of the agenda what was talked about, as one sees it, or what was decided: that is the person's to say, alone or with others on one screen. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
/// <param name="Decided">True for a decision.</param>
/// <param name="Link">What it led to, and the caller may see: what it changes there is done there.</param>
/// <param name="NextOn">When it is to be looked at again, where the person lives.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record NoteOnAgendaCommand(
    Guid ServiceUserId, Guid MeetingId, Guid ItemId, Guid FactId, bool Decided, string? Words, Thing? Link, DateOnly? NextOn, Perspective? Perspective,
    DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class NoteOnAgendaValidator : AbstractValidator<NoteOnAgendaCommand>
{
    public NoteOnAgendaValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.Words).MaximumLength(MeetingColumns.LongestWords);
        RuleFor(command => command.Link).MustBeClear();
        RuleFor(command => command.NextOn).MustBeNear();
    }
}

internal sealed class NoteOnAgendaHandler(AgendaDesk desk, Things things, Caller caller, TimeProvider time) : IRequestHandler<NoteOnAgendaCommand, KeptFact>
{
    public async Task<KeptFact> Handle(NoteOnAgendaCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.FactId, command, command.Perspective);
        if (command.Link is { } link)
        {
            await things.RequireAsync(command.ServiceUserId, link, nameof(command.Link), cancellationToken);
        }

        return await desk.KeepAsync(
            noting, command.MeetingId, command.ItemId,
            (fact, key) => fact.Kind == (command.Decided ? AgendaFactKind.Decided : AgendaFactKind.Said) && fact.NextOn == command.NextOn && fact.Link == command.Link
                && key.Says(MeetingColumns.AgendaWords, fact.WordsSealed, command.Words),
            (item, key) => item.Note(noting, command.Decided, new AgendaNote(key.SealAny(MeetingColumns.AgendaWords, command.Words), command.Link, command.NextOn), time.GetUtcNow()),
            cancellationToken);
    }
}
