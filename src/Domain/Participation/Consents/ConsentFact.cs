using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Consents;

/// <summary>What was answered.</summary>
public enum ConsentAnswer
{
    Given,

    /// <summary>No, where there was no yes.</summary>
    Refused,

    /// <summary>No, after a yes.</summary>
    Withdrawn,
}

/// <summary>In whose right somebody decides about a record.</summary>
public enum RightsGround
{
    /// <summary>The person themself.</summary>
    Person,

    /// <summary>The person, who has no account yet, beside a practitioner of their circle.</summary>
    Together,

    /// <summary>Somebody whom the law gives the right: a parent, a tutor, a mandatary.</summary>
    Representative,
}

/// <summary>Who decides, in whose right, and when.</summary>
public sealed record RightsAct(Guid By, RightsGround Ground, DateTimeOffset At)
{
    public Setting Setting => Ground == RightsGround.Together ? Setting.Joint : Setting.Alone;
}

/// <summary>The text that was shown: its version, its language and the hash of every word of it.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Hash">SHA-256, 64 hexadecimal digits.</param>
public sealed record ShownText(string Version, string Language, string Hash);

/// <summary>One answer; appended, never changed.</summary>
public sealed class ConsentFact
{
    private ConsentFact()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public ConsentKind Kind { get; private init; }

    public string Subject { get; private init; } = "";

    public ConsentAnswer Answer { get; private init; }

    /// <summary>Null for a no that was said without reading: a no needs no text.</summary>
    public string? TextVersion { get; private init; }

    public string? TextLanguage { get; private init; }

    public string? TextHash { get; private init; }

    /// <summary>The account that holds the device.</summary>
    public Guid By { get; private init; }

    public RightsGround Ground { get; private init; }

    public Setting Setting { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset At { get; private init; }

    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Null when nothing was shown.</summary>
    public ShownText? Shown => TextHash is null ? null : new ShownText(TextVersion!, TextLanguage!, TextHash);

    public bool Agrees => Answer == ConsentAnswer.Given;

    /// <summary>Whether this is the same answer sent again.</summary>
    public bool Is(Purpose purpose, bool agrees, ShownText? shown, RightsAct act, DateTimeOffset deviceAt) =>
        Kind == purpose.Kind && Subject == purpose.Subject && Agrees == agrees && TextHash == shown?.Hash && By == act.By && Ground == act.Ground
        && DeviceAt == FactTime.Of(deviceAt, act.At).DeviceAt;

    internal static ConsentFact Of(Guid serviceUserId, Guid id, Purpose purpose, ConsentAnswer answer, ShownText? shown, RightsAct act, FactTime time) => new()
    {
        ServiceUserId = serviceUserId,
        Id = id,
        Kind = purpose.Kind,
        Subject = purpose.Subject,
        Answer = answer,
        TextVersion = shown?.Version,
        TextLanguage = shown?.Language,
        TextHash = shown?.Hash,
        By = act.By,
        Ground = act.Ground,
        Setting = act.Setting,
        At = time.At,
        DeviceAt = time.DeviceAt,
        RecordedAt = time.RecordedAt,
    };
}
