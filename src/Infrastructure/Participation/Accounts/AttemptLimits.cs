using Barometre.Application.Participation.Accounts;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Whether an attempt comes from where the account's owner signed in before.</summary>
internal enum Familiarity
{
    Stranger,
    Address,
    Device,
}

/// <summary>What an attempt is about and where it comes from.</summary>
internal sealed record AttemptPlace(AttemptKind Kind, string? Subject, string Address);

/// <summary>How many attempts in a row, and how many a minute after that.</summary>
internal static class AttemptLimits
{
    /// <summary>Every bucket is empty again after this time.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(2);

    // A clinic or a shelter has many people behind one address.
    private const double Together = 100;

    /// <summary>Whose buckets an attempt falls into: (owner, capacity, leak per minute).</summary>
    public static IEnumerable<(string Owner, double Capacity, double PerMinute)> Of(AttemptPlace place, Familiarity known, string? device)
    {
        var (kind, subject, address) = place;
        if (known == Familiarity.Device)
        {
            // Apart from everybody else's: no stranger's guess stands between the person and their account.
            yield return ($"device {device}", 10, 1);
            yield break;
        }

        switch (kind)
        {
            case AttemptKind.SignIn:
                yield return ($"pair {subject} {address}", 10, 0.5);
                yield return ($"address {address}", Together, 10);
                if (known == Familiarity.Stranger)
                {
                    // Guesses spread over many addresses.
                    yield return ($"subject {subject}", 100, 1);
                }

                break;
            case AttemptKind.SecondFactor:
                // One code in 333,333 is right at any time: ten at once and three hundred a day leave a year's chance under a third.
                yield return ($"subject {subject}", 10, 0.2);
                break;
            case AttemptKind.Confirm:
                yield return ($"subject {subject}", 10, 1);
                break;
            case AttemptKind.Code when subject is not null:
                yield return ($"subject {subject}", 10, 1);
                yield return ($"address {address}", Together, 10);
                break;
            case AttemptKind.Code:
                yield return ($"address {address}", 20, 2);
                break;
            default:
                yield return ($"address {address}", Together, 10);
                break;
        }
    }
}
