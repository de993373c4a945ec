using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Closes a meeting: when it was held, who was there, when the next one is; and notes it as a review of the plan, if it was one. Sent again, one effect.</summary>
/// <param name="StepId">Made by the device.</param>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="Decided">What was decided in all: the person's to say.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
/// <param name="ReviewId">The review of the plan that the meeting was: one that is there, or a new one's id, made by the device; null when the plan was not looked at.</param>
public sealed record CloseMeetingCommand(
    Guid ServiceUserId, Guid MeetingId, Guid StepId, DateOnly HeldOn, IReadOnlyList<Guid> Members, string? Decided, DateOnly? NextOn, Guid? ReviewId,
    DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<NotedMeeting>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class CloseMeetingValidator : AbstractValidator<CloseMeetingCommand>
{
    public CloseMeetingValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.StepId).NotEmpty();
        RuleFor(command => (DateOnly?)command.HeldOn).MustBeNear().OverridePropertyName(nameof(CloseMeetingCommand.HeldOn));
        RuleFor(command => command.NextOn).MustBeNear().Must((command, next) => next is null || next > command.HeldOn);
        RuleFor(command => command.Members).Must(members => members.Count <= MeetingText.MostMembers && members.Distinct().Count() == members.Count);
        RuleFor(command => command.Decided).MaximumLength(MeetingColumns.LongestWords);
        RuleFor(command => command.ReviewId).NotEqual(Guid.Empty);
    }
}

internal sealed class CloseMeetingHandler(IMeetingsDb db, Attendance attendance, IPlanReviews reviews, IRecordKeys keys, Caller caller, TimeProvider time)
    : IRequestHandler<CloseMeetingCommand, NotedMeeting>
{
    public async Task<NotedMeeting> Handle(CloseMeetingCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.StepId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var (meeting, known) = await db.HoldWithStepsAsync(command.ServiceUserId, command.MeetingId, command.StepId, cancellationToken);
        if (KeptFact.Again(known, noting, step => step.MeetingId == meeting.Id && Says(command, step, key)) is { } same)
        {
            return new NotedMeeting(meeting.Id, meeting.State, same.At);
        }

        await attendance.RequireAsync(command.ServiceUserId, nameof(command.Members), command.Members, cancellationToken);
        // A day ahead of the server's, at most: it is already tomorrow somewhere.
        Faults.ThrowIfAny(command.HeldOn > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1) ? [Faults.At(nameof(command.HeldOn), MeetingErrors.HeldLater)] : []);
        var content = new MeetingStepContent(
            MeetingState.Closed, command.HeldOn, null, command.Members, key.SealAny(MeetingColumns.StepWords, command.Decided), command.NextOn, command.ReviewId);
        var closing = meeting.Step(noting, content, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (command.ReviewId is { } review)
        {
            // In this transaction: both are there, or neither.
            await reviews.NoteAsync(
                new HeldReview(command.ServiceUserId, review, command.HeldOn, command.Members, command.Decided, command.NextOn, command.At, command.Setting, command.PresentMemberId), cancellationToken);
        }

        return new NotedMeeting(meeting.Id, meeting.State, closing.At);
    }

    private static bool Says(CloseMeetingCommand command, MeetingStep step, IRecordKey key) =>
        step.State == MeetingState.Closed && step.Day == command.HeldOn && step.NextOn == command.NextOn && step.ReviewId == command.ReviewId
        && step.Members.SequenceEqual(command.Members) && key.Says(MeetingColumns.StepWords, step.WordsSealed, command.Decided);
}
