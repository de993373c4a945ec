using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.FollowUps;

/// <summary>Notes a review of the plan: when, who was there, what was decided, when next. Goals are then rated in it by each voice. Sent again, one effect.</summary>
/// <param name="ReviewId">Made by the device.</param>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
public sealed record NoteReviewCommand(
    Guid ServiceUserId, Guid ReviewId, DateOnly HeldOn, IReadOnlyList<Guid> Members, string? Decided, DateOnly? NextOn, DateTimeOffset At, Setting Setting, Guid? PresentMemberId)
    : ICommand<KeptFact>, INoting
{
    internal const int LongestWords = 4000;
    internal const int MostMembers = 30;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class NoteReviewValidator : AbstractValidator<NoteReviewCommand>
{
    public NoteReviewValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ReviewId).NotEmpty();
        RuleFor(command => (DateOnly?)command.HeldOn).MustBeNear().OverridePropertyName(nameof(NoteReviewCommand.HeldOn));
        RuleFor(command => command.NextOn).MustBeNear().Must((command, next) => next is null || next > command.HeldOn);
        RuleFor(command => command.Members).Must(members => members.Count <= NoteReviewCommand.MostMembers && members.Distinct().Count() == members.Count);
        RuleFor(command => command.Decided).MaximumLength(NoteReviewCommand.LongestWords);
    }
}

internal sealed class NoteReviewHandler(IAccomplishmentPlanDb db, ICircleReader circle, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<NoteReviewCommand, KeptFact>
{
    public async Task<KeptFact> Handle(NoteReviewCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.ReviewId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.Reviews.FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ReviewId, cancellationToken);
        if (KeptFact.Again(known, noting, one =>
            one.HeldOn == command.HeldOn && one.NextOn == command.NextOn && one.Members.SequenceEqual(command.Members) && key.Says(PlanColumns.Decided, one.DecidedSealed, command.Decided)) is { } same)
        {
            return same;
        }

        await RequireMembersAsync(command, cancellationToken);
        // A day ahead of the server's, at most: it is already tomorrow somewhere.
        Faults.ThrowIfAny(command.HeldOn > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1) ? [Faults.At(nameof(command.HeldOn), PlanErrors.ReviewToCome)] : []);
        var review = Review.Hold(noting, command.HeldOn, command.Members, key.SealAny(PlanColumns.Decided, command.Decided), command.NextOn, time.GetUtcNow());
        db.Reviews.Add(review);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(review);
    }

    // Somebody who has left since was there all the same.
    private async Task RequireMembersAsync(NoteReviewCommand command, CancellationToken cancellationToken)
    {
        if (command.Members.Count > 0)
        {
            var places = (await circle.PlacesAsync(command.ServiceUserId, cancellationToken)).Select(place => place.MemberId).ToHashSet();
            Faults.ThrowIfAny([.. command.Members.Select((member, place) => (member, place)).Where(one => !places.Contains(one.member))
                .Select(one => Faults.At($"Members[{one.place}]", PlanErrors.UnknownMember))]);
        }
    }
}
