using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>The meetings of a record, latest first, page by page.</summary>
public sealed record ListMeetingsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<MeetingRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>A meeting in a list, without a word of it.</summary>
/// <param name="Day">The day it is planned for, where the person lives; once closed, the day it was held.</param>
/// <param name="Time">Of that day, where the person lives.</param>
/// <param name="Members">The members of the circle who are to be there, are there or were there, beside the person.</param>
/// <param name="NextOn">The day of the next one, set in closing this one.</param>
/// <param name="Items">How many items are on its agenda, struck ones left out.</param>
public sealed record MeetingRow(
    Guid MeetingId, MeetingState State, DateTimeOffset StateSince, DateTimeOffset At, Perspective Perspective, DateOnly? Day, TimeOnly? Time, IReadOnlyList<Guid> Members, DateOnly? NextOn,
    int Items);

internal sealed class ListMeetingsValidator : AbstractValidator<ListMeetingsQuery>
{
    public ListMeetingsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListMeetingsHandler(IMeetingsDb db) : IRequestHandler<ListMeetingsQuery, Page<MeetingRow>>
{
    public async Task<Page<MeetingRow>> Handle(ListMeetingsQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var meetings = await db.Meetings.AsNoTracking().Include(meeting => meeting.Steps).Where(meeting => meeting.ServiceUserId == query.ServiceUserId)
            .Where(meeting => meeting.At <= after.At && (meeting.At < after.At || meeting.Id < after.Id))
            .OrderByDescending(meeting => meeting.At).ThenByDescending(meeting => meeting.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var ids = meetings.ConvertAll(meeting => meeting.Id);
        var items = (await db.AgendaItems.AsNoTracking().Where(item => item.ServiceUserId == query.ServiceUserId && ids.Contains(item.MeetingId))
            .ToListAsync(cancellationToken)).ToLookup(item => item.MeetingId);
        var strikings = (await db.AgendaFacts.AsNoTracking()
            .Where(fact => fact.ServiceUserId == query.ServiceUserId && ids.Contains(fact.MeetingId) && (fact.Kind == AgendaFactKind.Struck || fact.Kind == AgendaFactKind.TakenBack))
            .ToListAsync(cancellationToken)).ToLookup(fact => fact.MeetingId);
        return Place.Page(
            meetings.ConvertAll(meeting => Row(meeting, Agenda.Of(items[meeting.Id], strikings[meeting.Id]).Count(entry => !entry.Struck))), query.Limit, row => new Place(row.At, row.MeetingId));
    }

    private static MeetingRow Row(Meeting meeting, int items)
    {
        var step = meeting.Steps.FirstOrDefault(one => one.State == MeetingState.Closed) ?? meeting.Steps.InOrder().Last();
        return new MeetingRow(meeting.Id, meeting.State, meeting.StateSince, meeting.At, meeting.Perspective, step.Day, step.Time, step.Members, step.NextOn, items);
    }
}
