using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork;

/// <summary>One thing that somebody noted about the people around the person, at one time, in one perspective. A correction is another fact; none ever changes.</summary>
/// <remarks>A kind uses the members that concern it; the others are null.</remarks>
public sealed class NetworkFact(Guid serviceUserId, Guid id, NetworkFactKind kind, Guid subjectId)
{
    /// <summary>Of a name, in characters, before sealing.</summary>
    public const int LongestName = 100;

    /// <summary>Of a comment, in characters, before sealing.</summary>
    public const int LongestComment = 4000;

    public Guid ServiceUserId { get; private init; } = serviceUserId;

    /// <summary>Made by the device: sent again, the fact is known by it.</summary>
    public Guid Id { get; private init; } = id;

    public NetworkFactKind Kind { get; private init; } = kind;

    /// <summary>The alter, or the snapshot, that it is about.</summary>
    public Guid SubjectId { get; private init; } = subjectId;

    /// <summary>The other alter, where it is about two; with a merge, the entry that stays.</summary>
    public Guid? OtherId { get; init; }

    public Perspective Perspective { get; init; }

    public Setting Setting { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What the device's clock said; later than <see cref="At"/> when that clock ran ahead.</summary>
    public DateTimeOffset DeviceAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The name of the alter or of the snapshot, sealed.</summary>
    public byte[]? NameSealed { get; init; }

    public AlterKind? AlterKind { get; init; }

    public LifeCircle? Circle { get; init; }

    /// <summary>The member of the record's circle who the alter is; null with <see cref="NetworkFactKind.AlterLinked"/> takes the link away.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>0 = far, 100 = as near as can be, as its perspective sees it.</summary>
    public short? Closeness { get; init; }

    /// <summary>0 = hard, 100 = supportive, as its perspective sees it.</summary>
    public short? Quality { get; init; }

    public ContactFrequency? Frequency { get; init; }

    /// <summary>What the person gives.</summary>
    public Supports? Given { get; init; }

    /// <summary>What the person receives.</summary>
    public Supports? Received { get; init; }

    public byte[]? CommentSealed { get; init; }

    /// <summary>Of the tie between two alters: 1 = weak, 100 = strong; null when nobody said.</summary>
    public short? Strength { get; init; }

    /// <summary>Where on the picture: degrees from the top, clockwise; 0 to below 360.</summary>
    public double? Angle { get; init; }

    /// <summary>How far from the middle of the picture: 0 = in the middle, 1 = at the rim.</summary>
    public double? Radius { get; init; }

    /// <summary>Whether it came out of a file rather than from whoever speaks: the file says whose view it is, and nobody vouches for it.</summary>
    public bool Imported { get; init; }

    /// <summary>The moment that a snapshot keeps.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>Whether it is about a snapshot rather than about an alter.</summary>
    public bool IsOfSnapshot => Kind is NetworkFactKind.SnapshotNamed or NetworkFactKind.SnapshotDropped;

    /// <summary>Whether this is the same fact sent again, apart from its sealed words; when it arrived is not part of it.</summary>
    public bool Is(NetworkFact sent) =>
        (Kind, SubjectId, OtherId, Perspective, Setting, AuthorId, DeviceAt) == (sent.Kind, sent.SubjectId, sent.OtherId, sent.Perspective, sent.Setting, sent.AuthorId, sent.DeviceAt)
        && (AlterKind, Circle, MemberId, Closeness, Quality, Frequency) == (sent.AlterKind, sent.Circle, sent.MemberId, sent.Closeness, sent.Quality, sent.Frequency)
        && (Given, Received, Strength, Angle, Radius, Moment) == (sent.Given, sent.Received, sent.Strength, sent.Angle, sent.Radius, sent.Moment)
        && (NameSealed is null) == (sent.NameSealed is null) && (CommentSealed is null) == (sent.CommentSealed is null);
}
