using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>When people meet next: the nearest planned meeting from today on, or the day that was set in closing one.</summary>
public sealed record GetNextMeetingQuery(Guid ServiceUserId) : IQuery<NextMeeting>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>When people meet next.</summary>
/// <param name="Today">The day it is where the person lives.</param>
/// <param name="Day">Where the person lives; null when no day is set.</param>
/// <param name="Time">Of that day, if one was set.</param>
/// <param name="MeetingId">The meeting that is planned; null when only a day was set.</param>
public sealed record NextMeeting(DateOnly Today, DateOnly? Day, TimeOnly? Time, Guid? MeetingId);

internal sealed class GetNextMeetingHandler(IMeetingsDb db, IPlanReader plan) : IRequestHandler<GetNextMeetingQuery, NextMeeting>
{
    public async Task<NextMeeting> Handle(GetNextMeetingQuery query, CancellationToken cancellationToken)
    {
        var today = await plan.TodayAsync(query.ServiceUserId, cancellationToken);
        var meetings = await db.Meetings.AsNoTracking().Include(meeting => meeting.Steps)
            .Where(meeting => meeting.ServiceUserId == query.ServiceUserId && (meeting.State == MeetingState.Planned || meeting.State == MeetingState.Closed)).ToListAsync(cancellationToken);
        var days = meetings.Select(meeting => DayOf(today, meeting)).Where(day => day.Day >= today);
        // A planned meeting says more than a day that was set, where both are on the same.
        return days.OrderBy(day => day.Day).ThenBy(day => day.MeetingId is null).ThenBy(day => day.Time).FirstOrDefault() ?? new NextMeeting(today, null, null, null);
    }

    private static NextMeeting DayOf(DateOnly today, Meeting meeting)
    {
        if (meeting.State == MeetingState.Closed)
        {
            return new NextMeeting(today, meeting.Steps.First(step => step.State == MeetingState.Closed).NextOn, null, null);
        }

        var planned = meeting.Steps.InOrder().Last();
        return new NextMeeting(today, planned.Day, planned.Time, meeting.Id);
    }
}
