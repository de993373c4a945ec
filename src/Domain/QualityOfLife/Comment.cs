using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>Somebody's words on a theme, sealed. An edit is another comment that replaces this one, which stays readable.</summary>
public sealed class Comment
{
    /// <summary>In characters, before sealing.</summary>
    public const int Longest = 4000;

    private Comment()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The assessment during which it was written; null when it was written apart from any.</summary>
    public Guid? AssessmentId { get; private init; }

    public string Theme { get; private init; } = "";

    /// <summary>Whose view the words tell.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    public byte[] WordsSealed { get; private init; } = [];

    public Guid AuthorId { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset At { get; private init; }

    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The order of arrival at the database, given by it.</summary>
    public long Sequence { get; private init; }

    /// <summary>The comment that this one is an edit of.</summary>
    public Guid? Replaces { get; private init; }

    /// <summary>Null while these are the latest words; else since when there are newer ones.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>New words; with <paramref name="replaced"/>, an edit of those by the same author.</summary>
    /// <exception cref="RuleViolation">The comment to edit already has an edit.</exception>
    public static Comment Write(NewComment written, byte[] wordsSealed, DateTimeOffset now, Comment? replaced = null)
    {
        var time = FactTime.Of(written.DeviceAt, now);
        replaced?.ReplaceWith(written, time.RecordedAt);
        return new Comment
        {
            ServiceUserId = written.ServiceUserId,
            Id = written.Id,
            AssessmentId = written.AssessmentId,
            Theme = written.Theme,
            Perspective = written.Perspective,
            Setting = written.Setting,
            WordsSealed = wordsSealed,
            AuthorId = written.AuthorId,
            At = time.At,
            DeviceAt = time.DeviceAt,
            RecordedAt = time.RecordedAt,
            Replaces = replaced?.Id,
        };
    }

    /// <summary>Whether this is the same fact sent again, apart from its words.</summary>
    public bool Is(NewComment written, Guid? replaces) =>
        Theme == written.Theme && AssessmentId == written.AssessmentId && Perspective == written.Perspective && Setting == written.Setting
        && AuthorId == written.AuthorId && DeviceAt == FactTime.Microseconds(written.DeviceAt) && Replaces == replaces;

    private void ReplaceWith(NewComment edit, DateTimeOffset now)
    {
        if (AuthorId != edit.AuthorId || Theme != edit.Theme)
        {
            throw new RuleViolation(QualityOfLifeErrors.NotYourComment);
        }

        ReplacedAt = ReplacedAt is null ? now : throw new RuleViolation(QualityOfLifeErrors.CommentAlreadyReplaced);
    }
}

/// <summary>A comment as a device sends it, its words apart.</summary>
public sealed record NewComment(
    Guid ServiceUserId, Guid Id, Guid? AssessmentId, string Theme, Perspective Perspective, Setting Setting, Guid AuthorId, DateTimeOffset DeviceAt);

/// <summary>A time during which the person keeps a theme's comments to themself.</summary>
public sealed class CommentClosing
{
    private CommentClosing()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public string Theme { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while closed.</summary>
    public DateTimeOffset? Until { get; private set; }

    public static CommentClosing Close(Guid serviceUserId, string theme, DateTimeOffset now) =>
        new() { ServiceUserId = serviceUserId, Id = Guid.CreateVersion7(now), Theme = theme, Since = FactTime.Microseconds(now) };

    public void Reopen(DateTimeOffset now) => Until ??= FactTime.Microseconds(now);
}
