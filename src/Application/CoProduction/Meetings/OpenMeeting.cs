using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Plans a sharing meeting, or begins one on the spot; the person may, and whoever may contribute. Sent again, one effect.</summary>
/// <param name="MeetingId">Made by the device.</param>
/// <param name="State">Planned or under way.</param>
public sealed record OpenMeetingCommand(
    Guid ServiceUserId, Guid MeetingId, MeetingState State, MeetingText Meeting, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<NotedMeeting>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

/// <summary>The meeting, and the step that was kept.</summary>
/// <param name="State">Where the meeting stands.</param>
/// <param name="At">The time that counts.</param>
public sealed record NotedMeeting(Guid MeetingId, MeetingState State, DateTimeOffset At);

internal sealed class OpenMeetingValidator : AbstractValidator<OpenMeetingCommand>
{
    public OpenMeetingValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.MeetingId).NotEmpty();
        RuleFor(command => command.Meeting).SetValidator(new MeetingTextValidator());
    }
}

internal sealed class OpenMeetingHandler(IMeetingsDb db, Attendance attendance, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<OpenMeetingCommand, NotedMeeting>
{
    public async Task<NotedMeeting> Handle(OpenMeetingCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.MeetingId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.MeetingId, cancellationToken);
        if (known is not null)
        {
            var first = await db.MeetingSteps.AsNoTracking().FirstAsync(step => step.ServiceUserId == command.ServiceUserId && step.Id == command.MeetingId, cancellationToken);
            return KeptFact.Again(first, noting, step => step.State == command.State && command.Meeting.IsIn(step, key)) is { } same
                ? new NotedMeeting(known.Id, known.State, same.At) : throw new NotFound();
        }

        await attendance.RequireAsync(command.ServiceUserId, "Meeting.Members", command.Meeting.Present, cancellationToken);
        var meeting = Meeting.Open(noting, command.Meeting.Seal(command.State, key), time.GetUtcNow());
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);
        return new NotedMeeting(meeting.Id, meeting.State, meeting.At);
    }
}
