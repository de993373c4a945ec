using Barometre.Domain.Shared;

namespace Barometre.Domain.Rights.Retention;

/// <summary>What the time since the last contact asks for.</summary>
public enum RetentionStep
{
    None,

    /// <summary>Somebody came back: nothing is announced any more.</summary>
    Forget,

    /// <summary>The person is told that the record will be closed.</summary>
    AnnounceClosing,

    /// <summary>Nobody but the person has access any more.</summary>
    Close,

    /// <summary>The person is told that the record will be erased.</summary>
    AnnounceErasing,

    Erase,
}

/// <summary>What was announced to a person about how long their record is kept; there is none while nothing was.</summary>
/// <remarks>Nothing is closed or erased that was not announced sixty days before, however long nobody looked.</remarks>
public sealed class RecordKeeping
{
    /// <summary>Between the announcing and what is announced.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(60);

    /// <summary>Months that a closed record is kept, for the person alone.</summary>
    public const int MonthsClosed = 12;

    private RecordKeeping()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>Of the record, when its closing was announced.</summary>
    public DateTimeOffset LastContactAt { get; private init; }

    public DateTimeOffset AnnouncedAt { get; private init; }

    /// <summary>From then on it is closed at the next look.</summary>
    public DateTimeOffset ClosesAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? ErasingAnnouncedAt { get; private set; }

    /// <summary>From then on it is erased at the next look; null until it is closed.</summary>
    public DateTimeOffset? ErasesAt { get; private set; }

    /// <summary>What is to be done now.</summary>
    /// <param name="known">What was announced so far.</param>
    /// <param name="months">Months that the record may be kept after the last contact; null keeps it.</param>
    public static RetentionStep Due(RecordKeeping? known, DateTimeOffset lastContact, int? months, DateTimeOffset now)
    {
        // A sign-in to read the announcement is a contact too.
        if (known is not null && (months is null || lastContact > known.LastContactAt))
        {
            return RetentionStep.Forget;
        }

        if (known is null)
        {
            return months is { } most && now >= lastContact.AddMonths(most) - Notice ? RetentionStep.AnnounceClosing : RetentionStep.None;
        }

        return known switch
        {
            { ClosedAt: null } => now >= known.ClosesAt ? RetentionStep.Close : RetentionStep.None,
            { ErasingAnnouncedAt: null } => now >= known.ErasesAt - Notice ? RetentionStep.AnnounceErasing : RetentionStep.None,
            _ => now >= known.ErasesAt ? RetentionStep.Erase : RetentionStep.None,
        };
    }

    public static RecordKeeping Announce(Guid serviceUserId, DateTimeOffset lastContact, int months, DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        return new RecordKeeping { ServiceUserId = serviceUserId, LastContactAt = FactTime.Microseconds(lastContact), AnnouncedAt = at, ClosesAt = Later(lastContact.AddMonths(months), at + Notice) };
    }

    public void Close(DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        (ClosedAt, ErasesAt) = (at, at.AddMonths(MonthsClosed));
    }

    public void AnnounceErasing(DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        (ErasingAnnouncedAt, ErasesAt) = (at, Later(ErasesAt!.Value, at + Notice));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => FactTime.Microseconds(one > other ? one : other);
}
