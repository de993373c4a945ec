using Barometre.Domain.Shared;

namespace Barometre.Domain.Rights.Archives;

/// <summary>How far an archive is.</summary>
public enum ArchiveState
{
    /// <summary>It waits for its turn.</summary>
    Asked,

    /// <summary>It is being made.</summary>
    Making,

    /// <summary>It can be fetched until it expires.</summary>
    Ready,
}

/// <summary>Everything about a person in one file, for them to take along; kept for a while, sealed in pieces, then deleted.</summary>
public sealed class RecordArchive
{
    /// <summary>How long an archive is kept after it was asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private RecordArchive()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary><c>fr</c> or <c>en</c>: of what stands in it for people to read.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The account that asked.</summary>
    public Guid AskedBy { get; private init; }

    /// <summary>True when the person asked: it holds everything. Anybody else's lacks what is the person's alone.</summary>
    public bool Whole { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>From then on it cannot be fetched, and is deleted.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    public ArchiveState State { get; private set; }

    /// <summary>0 = waits, 100 = can be fetched.</summary>
    public short Progress { get; private set; }

    /// <summary>Bytes of the file; null until it is ready.</summary>
    public long? Size { get; private set; }

    /// <summary>SHA-256 of the file, in hexadecimal; null until it is ready.</summary>
    public string? Checksum { get; private set; }

    /// <summary>The making whose pieces count: one that was broken off left pieces of its own.</summary>
    public Guid? Making { get; private set; }

    public static RecordArchive Ask(Guid serviceUserId, Guid id, string language, Guid askedBy, bool whole, DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        return new RecordArchive { ServiceUserId = serviceUserId, Id = id, Language = language, AskedBy = askedBy, Whole = whole, AskedAt = at, ExpiresAt = at + Kept };
    }

    /// <summary>It is under way; one that is ready stays ready, and what was reached stays reached.</summary>
    public void Move(short progress)
    {
        if (State != ArchiveState.Ready)
        {
            (State, Progress) = (ArchiveState.Making, Math.Max(Progress, Math.Clamp(progress, (short)0, (short)99)));
        }
    }

    /// <summary>It can be fetched; made twice, the first counts.</summary>
    public void Finish(Guid making, long size, string checksum)
    {
        if (State != ArchiveState.Ready)
        {
            (State, Progress, Making, Size, Checksum) = (ArchiveState.Ready, 100, making, size, checksum);
        }
    }
}

/// <summary>A piece of an archive's file, sealed with the key of the record.</summary>
public sealed class ArchivePiece
{
    /// <summary>Bytes in a piece, before sealing; the last may be shorter.</summary>
    public const int Size = 1024 * 1024;

    private ArchivePiece()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid ArchiveId { get; private init; }

    public Guid Making { get; private init; }

    /// <summary>From 0.</summary>
    public int Number { get; private init; }

    public byte[] PieceSealed { get; private init; } = [];

    public static ArchivePiece Of(Guid serviceUserId, Guid archiveId, Guid making, int number, byte[] pieceSealed) =>
        new() { ServiceUserId = serviceUserId, ArchiveId = archiveId, Making = making, Number = number, PieceSealed = pieceSealed };
}
