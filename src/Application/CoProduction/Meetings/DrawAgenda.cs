using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Draws a meeting's agenda from the record: what is new is added; nothing is removed, doubled, or taken back once struck. Drawn again, or by two at once, it adds what is new since.</summary>
public sealed record DrawAgendaCommand(Guid ServiceUserId, Guid MeetingId, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<DrawnAgenda>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

/// <summary>What drawing did.</summary>
/// <param name="Added">Items that were not there before.</param>
/// <param name="Reasons">Reasons that items were not drawn for before.</param>
public sealed record DrawnAgenda(int Added, int Reasons);

internal sealed class DrawAgendaValidator : AbstractValidator<DrawAgendaCommand>
{
    public DrawAgendaValidator() => this.RuleForNoting();
}

internal sealed class DrawAgendaHandler(IMeetingsDb db, AgendaSources sources, Caller caller, TimeProvider time) : IRequestHandler<DrawAgendaCommand, DrawnAgenda>
{
    // What was done longer ago than this is no news at a first meeting.
    private static readonly TimeSpan Recently = TimeSpan.FromDays(90);

    public async Task<DrawnAgenda> Handle(DrawAgendaCommand command, CancellationToken cancellationToken)
    {
        var meeting = await db.HoldMeetingAsync(command.ServiceUserId, command.MeetingId, cancellationToken) ?? throw new NotFound();
        var before = await db.Meetings.AsNoTracking()
            .Where(one => one.ServiceUserId == command.ServiceUserId && one.Id != meeting.Id && one.State == MeetingState.Closed && one.StateSince <= command.At)
            .MaxAsync(one => (DateTimeOffset?)one.StateSince, cancellationToken);
        var topics = await sources.TopicsAsync(command.ServiceUserId, before ?? meeting.At - Recently, cancellationToken);
        var items = await db.AgendaItems.AsNoTracking().Where(item => item.ServiceUserId == command.ServiceUserId && item.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        var facts = await db.AgendaFacts.AsNoTracking()
            .Where(fact => fact.ServiceUserId == command.ServiceUserId && fact.MeetingId == meeting.Id && fact.Kind == AgendaFactKind.Drawn).ToListAsync(cancellationToken);
        var (added, reasons) = Agenda.Draw(items, facts, topics, caller.Decides(command.ServiceUserId, Guid.CreateVersion7(), command), meeting.Id, time.GetUtcNow());
        db.AgendaItems.AddRange(added);
        db.AgendaFacts.AddRange(reasons);
        await db.SaveChangesAsync(cancellationToken);
        return new DrawnAgenda(added.Count, reasons.Count);
    }
}
