using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>Notes a review of a person's plan for another module, in the transaction of its command, as whoever sent that: by the plan's own rules.</summary>
public interface IPlanReviews
{
    /// <summary>Notes a review, or does nothing when one with that id is there already.</summary>
    Task NoteAsync(HeldReview review, CancellationToken cancellationToken);
}

/// <summary>A review that was held.</summary>
/// <param name="ReviewId">Made by the device.</param>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="Decided">In words, if something was decided in all.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record HeldReview(
    Guid ServiceUserId, Guid ReviewId, DateOnly HeldOn, IReadOnlyList<Guid> Members, string? Decided, DateOnly? NextOn, DateTimeOffset At, Setting Setting, Guid? PresentMemberId);
