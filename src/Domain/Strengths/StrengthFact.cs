using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>What happened to a strength.</summary>
public enum StrengthFactKind
{
    /// <summary>By the person, or together with them: it is theirs from then on.</summary>
    Named,

    /// <summary>By somebody else alone.</summary>
    Proposed,

    /// <summary>The person's yes, as it was proposed.</summary>
    Accepted,

    /// <summary>The person's yes, in their own words.</summary>
    Amended,

    /// <summary>The person's no.</summary>
    Declined,

    /// <summary>Other words, kind, domain, time or links; what was there before stays readable.</summary>
    Revised,
    Retired,
    TakenUp,
}

/// <summary>What a strength says, its words sealed.</summary>
/// <param name="WordsSealed">In the words of whoever said it.</param>
/// <param name="Suggestion">The code of the suggestion that the words began from; null when they did not.</param>
/// <param name="Theme">The theme of quality of life that it points to.</param>
/// <param name="AlterId">Whom it points to on the person's map.</param>
/// <param name="ResourceSealed">The community resource that it points to, in free text.</param>
public sealed record StrengthContent(
    byte[] WordsSealed, StrengthKind Kind, StrengthDomain Domain, StrengthTime Time, string? Suggestion, string? Theme, Guid? AlterId, byte[]? ResourceSealed);

/// <summary>Who notes a fact, as what, in which setting, and when.</summary>
/// <param name="Perspective">Whose view it tells.</param>
/// <param name="AuthorId">The account that holds the device.</param>
/// <param name="DeviceAt">What the device's clock said.</param>
/// <param name="Now">What the server's clock says.</param>
public sealed record StrengthNoting(Perspective Perspective, Setting Setting, Guid AuthorId, DateTimeOffset DeviceAt, DateTimeOffset Now)
{
    /// <summary>The person took part: they noted it, or somebody noted it together with them.</summary>
    public bool WithThePerson => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;
}

/// <summary>One thing that happened to one strength; appended, never changed.</summary>
public sealed class StrengthFact
{
    private StrengthFact()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid StrengthId { get; private init; }

    public StrengthFactKind Kind { get; private init; }

    /// <summary>Null in a fact that leaves what the strength says as it was.</summary>
    public byte[]? WordsSealed { get; private init; }

    public StrengthKind? StrengthKind { get; private init; }

    public StrengthDomain? Domain { get; private init; }

    public StrengthTime? Time { get; private init; }

    public string? Suggestion { get; private init; }

    public string? Theme { get; private init; }

    public Guid? AlterId { get; private init; }

    public byte[]? ResourceSealed { get; private init; }

    /// <summary>Why, if the person wanted to say.</summary>
    public byte[]? ReasonSealed { get; private init; }

    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    public Guid AuthorId { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset At { get; private init; }

    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>True of a fact that says what the strength is.</summary>
    public bool HasContent => WordsSealed is not null;

    /// <summary>Whether this is the same fact sent again, apart from its words.</summary>
    public bool Is(StrengthFactKind kind, Guid strengthId, StrengthContent? content, StrengthNoting noting) =>
        Kind == kind && StrengthId == strengthId && Perspective == noting.Perspective && Setting == noting.Setting && AuthorId == noting.AuthorId
        && DeviceAt == FactTime.Of(noting.DeviceAt, noting.Now).DeviceAt
        && StrengthKind == content?.Kind && Domain == content?.Domain && Time == content?.Time
        && Suggestion == content?.Suggestion && Theme == content?.Theme && AlterId == content?.AlterId;

    internal static StrengthFact Of(Guid serviceUserId, Guid id, Guid strengthId, StrengthFactKind kind, StrengthContent? content, byte[]? reasonSealed, StrengthNoting noting)
    {
        var time = FactTime.Of(noting.DeviceAt, noting.Now);
        return new StrengthFact
        {
            ServiceUserId = serviceUserId,
            Id = id,
            StrengthId = strengthId,
            Kind = kind,
            WordsSealed = content?.WordsSealed,
            StrengthKind = content?.Kind,
            Domain = content?.Domain,
            Time = content?.Time,
            Suggestion = content?.Suggestion,
            Theme = content?.Theme,
            AlterId = content?.AlterId,
            ResourceSealed = content?.ResourceSealed,
            ReasonSealed = reasonSealed,
            Perspective = noting.Perspective,
            Setting = noting.Setting,
            AuthorId = noting.AuthorId,
            At = time.At,
            DeviceAt = time.DeviceAt,
            RecordedAt = time.RecordedAt,
        };
    }
}
