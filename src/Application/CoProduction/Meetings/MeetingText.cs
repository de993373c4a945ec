using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using FluentValidation;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>When a meeting is or was, with whom, and what was said of it.</summary>
/// <param name="Day">Where the person lives.</param>
/// <param name="Time">Of that day, where the person lives.</param>
/// <param name="Members">The members of the circle who are to be there or are, beside the person.</param>
/// <param name="Words">What it is for, or why it was called off; at most 4,000 characters.</param>
public sealed record MeetingText(DateOnly? Day = null, TimeOnly? Time = null, IReadOnlyList<Guid>? Members = null, string? Words = null)
{
    internal const int MostMembers = 30;

    internal IReadOnlyList<Guid> Present => Members ?? [];

    internal MeetingStepContent Seal(MeetingState to, IRecordKey key) => new(to, Day, Time, Present, key.SealAny(MeetingColumns.StepWords, Words));

    internal bool IsIn(MeetingStep step, IRecordKey key) =>
        step.Day == Day && step.Time == Time && step.Members.SequenceEqual(Present) && key.Says(MeetingColumns.StepWords, step.WordsSealed, Words);
}

internal sealed class MeetingTextValidator : AbstractValidator<MeetingText>
{
    public MeetingTextValidator()
    {
        RuleFor(text => text.Day).MustBeNear();
        RuleFor(text => text.Day).NotNull().When(text => text.Time is not null);
        RuleFor(text => text.Members).Must(members => members is null || (members.Count <= MeetingText.MostMembers && members.Distinct().Count() == members.Count));
        RuleFor(text => text.Words).MaximumLength(MeetingColumns.LongestWords);
    }
}

/// <summary>Who may be said to be at a meeting.</summary>
public sealed class Attendance(ICircleReader circle)
{
    /// <summary>Somebody who has left the circle since was there all the same; whoever never was in it was not.</summary>
    public async Task RequireAsync(Guid serviceUserId, string path, IReadOnlyList<Guid> members, CancellationToken cancellationToken)
    {
        if (members.Count > 0)
        {
            var places = (await circle.PlacesAsync(serviceUserId, cancellationToken)).Select(place => place.MemberId).ToHashSet();
            Faults.ThrowIfAny([.. members.Index().Where(one => !places.Contains(one.Item)).Select(one => Faults.At($"{path}[{one.Index}]", MeetingErrors.UnknownMember))]);
        }
    }
}
