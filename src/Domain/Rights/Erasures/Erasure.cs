using Barometre.Domain.Shared;

namespace Barometre.Domain.Rights.Erasures;

/// <summary>Where the erasing of a record stands.</summary>
public enum ErasureState
{
    /// <summary>The person asked; nothing happens until they say so again.</summary>
    Asked,

    /// <summary>Said twice: it happens at a stated time, and can be called off until then.</summary>
    Confirmed,

    /// <summary>The record's key is gone and nobody has access any more; its rows are being deleted. There is no way back.</summary>
    Shredded,

    /// <summary>Nothing of the record is left but the certificate.</summary>
    Erased,

    /// <summary>Called off; the record goes on as it was.</summary>
    Cancelled,
}

/// <summary>Why a record is erased.</summary>
public enum ErasureGround
{
    /// <summary>The person asked for it.</summary>
    Asked,

    /// <summary>Whoever represents the person in law asked for it.</summary>
    Represented,

    /// <summary>The time for which it may be kept is over.</summary>
    Retention,
}

/// <summary>The erasing of one record: asked for, confirmed, carried out; called off as long as it has not begun.</summary>
public sealed class Erasure : Aggregate
{
    /// <summary>The longest time between saying yes and the erasing, in hours: thirty days.</summary>
    public const int LongestWait = 720;

    private Erasure()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public ErasureGround Ground { get; private init; }

    public ErasureState State { get; private set; }

    /// <summary>The person's account, when they have one.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>True when the person wants to keep their account.</summary>
    public bool KeepsAccount { get; private set; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it happens; until then it can be called off.</summary>
    public DateTimeOffset? ExecutesAt { get; private set; }

    public DateTimeOffset? ShreddedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>A keyed hash of the code that the certificate is had by; null when nobody was given one.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>How many things that others had said in the dialogue were kept for whoever said them.</summary>
    public int GivenBack { get; private set; }

    /// <summary>Neither over nor called off.</summary>
    public bool IsOpen => State is ErasureState.Asked or ErasureState.Confirmed or ErasureState.Shredded;

    public static Erasure Ask(Guid serviceUserId, Guid id, Guid accountId, DateTimeOffset now) => new()
    {
        ServiceUserId = serviceUserId, Id = id, Ground = ErasureGround.Asked, State = ErasureState.Asked, AccountId = accountId, AskedAt = FactTime.Microseconds(now),
    };

    /// <summary>Whoever represents the person in law asks.</summary>
    /// <param name="accountId">The person's own account, if they have one; never that of whoever asks.</param>
    public static Erasure AskRepresented(Guid serviceUserId, Guid id, Guid? accountId, DateTimeOffset now) => new()
    {
        ServiceUserId = serviceUserId, Id = id, Ground = ErasureGround.Represented, State = ErasureState.Asked, AccountId = accountId, AskedAt = FactTime.Microseconds(now),
    };

    /// <summary>The record has been kept for as long as it may be: it goes at the next look.</summary>
    public static Erasure ForRetention(Guid serviceUserId, Guid? accountId, DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        return new Erasure
        {
            ServiceUserId = serviceUserId, Id = Guid.CreateVersion7(now), Ground = ErasureGround.Retention, State = ErasureState.Confirmed, AccountId = accountId,
            AskedAt = at, ConfirmedAt = at, ExecutesAt = at,
        };
    }

    /// <summary>The person says yes a second time; said once more, the time stands and a new code takes the place of one that was lost.</summary>
    /// <param name="wait">How long it waits, so that it can be called off: none to thirty days.</param>
    /// <exception cref="RuleViolation">It was called off, or has begun.</exception>
    public void Confirm(bool keepsAccount, TimeSpan wait, string codeHash, DateTimeOffset now)
    {
        if (State is not (ErasureState.Asked or ErasureState.Confirmed) || ExecutesAt <= now)
        {
            throw new RuleViolation(RightsErrors.ErasureNotToConfirm);
        }

        if (State == ErasureState.Asked)
        {
            var at = FactTime.Microseconds(now);
            (State, ConfirmedAt, ExecutesAt) = (ErasureState.Confirmed, at, at + wait);
        }

        (KeepsAccount, CodeHash) = (keepsAccount, codeHash);
        Touch();
    }

    /// <summary>The person has made the record theirs while it waits. From now on they have all the time that there is to call it off, and their account, of which nobody had said anything,
    /// is kept unless that is confirmed anew. One for the end of keeping is called off: somebody came.</summary>
    /// <exception cref="RuleViolation">It has begun, or was called off.</exception>
    public void Claimed(Guid accountId, DateTimeOffset now)
    {
        if (State is not (ErasureState.Asked or ErasureState.Confirmed))
        {
            throw new RuleViolation(RightsErrors.ErasureBegun);
        }

        AccountId = accountId;
        if (Ground == ErasureGround.Retention)
        {
            (State, CancelledAt) = (ErasureState.Cancelled, FactTime.Microseconds(now));
        }
        else if (State == ErasureState.Confirmed)
        {
            var least = FactTime.Microseconds(now.AddHours(LongestWait));
            (KeepsAccount, ExecutesAt) = (true, ExecutesAt > least ? ExecutesAt : least);
        }

        Touch();
    }

    /// <summary>Calls it off; called off already, nothing changes.</summary>
    /// <exception cref="RuleViolation">It has begun, or its time has come.</exception>
    public void Cancel(DateTimeOffset now)
    {
        if (State == ErasureState.Cancelled)
        {
            return;
        }

        if (State is not (ErasureState.Asked or ErasureState.Confirmed) || ExecutesAt <= now)
        {
            throw new RuleViolation(RightsErrors.ErasureBegun);
        }

        (State, CancelledAt) = (ErasureState.Cancelled, FactTime.Microseconds(now));
        Touch();
    }

    /// <summary>Whether its time has come.</summary>
    public bool IsDue(DateTimeOffset now) => State == ErasureState.Confirmed && ExecutesAt <= now;

    /// <summary>It begins: from here on the record's words cannot be read by anybody.</summary>
    /// <param name="givenBack">How many things that others had said are kept for whoever said them.</param>
    /// <param name="now">The server's time.</param>
    /// <exception cref="RuleViolation">It was not confirmed, or its time has not come.</exception>
    public void Shred(int givenBack, DateTimeOffset now)
    {
        if (!IsDue(now))
        {
            throw new RuleViolation(RightsErrors.ErasureNotDue);
        }

        (State, GivenBack, ShreddedAt) = (ErasureState.Shredded, givenBack, FactTime.Microseconds(now));
        Touch();
    }

    /// <summary>Nothing of the record is left.</summary>
    /// <exception cref="RuleViolation">It has not begun.</exception>
    public void Finish()
    {
        if (State != ErasureState.Shredded)
        {
            throw new RuleViolation(RightsErrors.ErasureNotDue);
        }

        State = ErasureState.Erased;
        Touch();
    }
}
