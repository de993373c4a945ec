using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>Whether what a practitioner notes together with the person counts as the person's.</summary>
public sealed partial class CircleMember
{
    /// <summary>Then the person says again whether a practitioner notes together with them.</summary>
    public static readonly TimeSpan LongestTogether = TimeSpan.FromDays(183);

    /// <summary>Until when what a practitioner notes together with the person, on one screen, counts as the person's, if they have an account; null when they did not say so, or took it back.</summary>
    public DateTimeOffset? TogetherUntil { get; private set; }

    /// <summary>The person allows a practitioner, for a time, to note together with them as theirs; null takes it back at once.</summary>
    /// <exception cref="RuleViolation">The place is over, is not a practitioner's, or the time has passed or is too long.</exception>
    public void AllowTogether(DateTimeOffset? until, Act act)
    {
        Require(!IsOver && Role == Role.Practitioner);
        if (until is { } end && (end <= act.At || end > act.At + LongestTogether))
        {
            throw new RuleViolation(ParticipationErrors.TogetherTooLong, LongestTogether.Days);
        }

        if (until != TogetherUntil)
        {
            TogetherUntil = until;
            Note(until is null ? CircleFactKind.TogetherEnded : CircleFactKind.TogetherAllowed, act);
            Touch();
        }
    }
}
