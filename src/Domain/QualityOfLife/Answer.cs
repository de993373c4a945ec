using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>What somebody says about a theme. Unanswered is the absence of an answer, or an answer taken back.</summary>
public enum AnswerKind
{
    /// <summary>A rating from 0 to 100.</summary>
    Rating,

    /// <summary>"Does not concern me."</summary>
    NotConcerned,

    /// <summary>"I'd rather not say."</summary>
    RatherNotSay,

    /// <summary>An earlier answer is taken back: the theme is unanswered again.</summary>
    Cleared,
}

/// <summary>An answer as a device sends it.</summary>
/// <param name="Id">Made by the device: sent again, the answer is known by it.</param>
/// <param name="At">What the device's clock said when the theme was answered.</param>
/// <param name="Rating">Points, with <see cref="AnswerKind.Rating"/> and no other kind.</param>
public sealed record GivenAnswer(Guid Id, string Theme, AnswerKind Kind, DateTimeOffset At, int? Rating = null);

/// <summary>One answer to one theme, at one time, in one perspective: a fact. A correction is another one.</summary>
public sealed class Answer
{
    private Answer()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid AssessmentId { get; private init; }

    public string Theme { get; private init; } = "";

    public Perspective Perspective { get; private init; }

    public AnswerKind Kind { get; private init; }

    public Rating? Rating { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>What the device's clock said; later than <see cref="At"/> when that clock ran ahead.</summary>
    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public Guid AuthorId { get; private init; }

    /// <summary>The order of arrival at the database, given by it.</summary>
    public long Sequence { get; private init; }

    /// <summary>Null while this is what the assessment says on the theme; else since when it is history.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    internal static Answer Of(Assessment assessment, GivenAnswer given, FactTime time, Guid authorId) => new()
    {
        ServiceUserId = assessment.ServiceUserId,
        Id = given.Id,
        AssessmentId = assessment.Id,
        Theme = given.Theme,
        Perspective = assessment.Perspective,
        Kind = given.Kind,
        Rating = given.Kind == AnswerKind.Rating ? new Rating(given.Rating ?? throw new RuleViolation(QualityOfLifeErrors.RatingMissing)) : null,
        At = time.At,
        DeviceAt = time.DeviceAt,
        RecordedAt = time.RecordedAt,
        AuthorId = authorId,
    };

    /// <summary>Whether this is the same fact sent again; when it arrived is not part of it.</summary>
    internal bool Says(GivenAnswer given) =>
        Theme == given.Theme && Kind == given.Kind && Rating?.Value == (given.Kind == AnswerKind.Rating ? given.Rating : null)
        && DeviceAt == FactTime.Microseconds(given.At);

    /// <summary>Whether this answer was given after <paramref name="other"/>, in whatever order the two arrived.</summary>
    /// <remarks>Answers of a clock that runs ahead share the server's time and keep the order of that clock; at the very same instant the ids decide.</remarks>
    internal bool IsAfter(Answer other) => (At, DeviceAt, Id).CompareTo((other.At, other.DeviceAt, other.Id)) > 0;

    internal void Supersede(DateTimeOffset now) => SupersededAt = now;
}
