using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Plans a meeting for another day, begins it, or calls it off; by either. Sent again, one effect.</summary>
/// <param name="StepId">Made by the device.</param>
/// <param name="To">Planned, under way or called off: closing says more.</param>
public sealed record StepMeetingCommand(
    Guid ServiceUserId, Guid MeetingId, Guid StepId, MeetingState To, MeetingText Meeting, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<NotedMeeting>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class StepMeetingValidator : AbstractValidator<StepMeetingCommand>
{
    public StepMeetingValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.StepId).NotEmpty();
        RuleFor(command => command.To).NotEqual(MeetingState.Closed);
        RuleFor(command => command.Meeting).SetValidator(new MeetingTextValidator());
    }
}

internal sealed class StepMeetingHandler(IMeetingsDb db, Attendance attendance, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<StepMeetingCommand, NotedMeeting>
{
    public async Task<NotedMeeting> Handle(StepMeetingCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.StepId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var (meeting, known) = await db.HoldWithStepsAsync(command.ServiceUserId, command.MeetingId, command.StepId, cancellationToken);
        if (KeptFact.Again(known, noting, step => step.MeetingId == meeting.Id && step.State == command.To && command.Meeting.IsIn(step, key)) is { } same)
        {
            return new NotedMeeting(meeting.Id, meeting.State, same.At);
        }

        await attendance.RequireAsync(command.ServiceUserId, "Meeting.Members", command.Meeting.Present, cancellationToken);
        var noted = meeting.Step(noting, command.Meeting.Seal(command.To, key), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new NotedMeeting(meeting.Id, meeting.State, noted.At);
    }
}

/// <summary>A meeting at hand, as commands need it.</summary>
internal static class HeldMeetings
{
    /// <summary>The meeting with all its steps, held; and the step that has that id already, of this meeting or another.</summary>
    /// <exception cref="NotFound">There is no such meeting.</exception>
    public static async Task<(Meeting Meeting, MeetingStep? Known)> HoldWithStepsAsync(
        this IMeetingsDb db, Guid serviceUserId, Guid meetingId, Guid stepId, CancellationToken cancellationToken)
    {
        var meeting = await db.HoldMeetingAsync(serviceUserId, meetingId, cancellationToken) ?? throw new NotFound();
        var steps = await db.MeetingSteps.Where(step => step.ServiceUserId == serviceUserId && (step.MeetingId == meetingId || step.Id == stepId)).ToListAsync(cancellationToken);
        return (meeting, steps.Find(step => step.Id == stepId));
    }
}
