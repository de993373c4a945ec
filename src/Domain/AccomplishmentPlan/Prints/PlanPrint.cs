using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Prints;

/// <summary>What a print may hold; exactly what was ticked stands in it.</summary>
public enum PrintPart
{
    Plan,
    Stars,
    Curves,
    Map,
    Strengths,
}

/// <summary>How far a print is.</summary>
public enum PrintState
{
    /// <summary>It waits for its turn.</summary>
    Asked,

    /// <summary>It is being made.</summary>
    Making,

    /// <summary>It can be fetched until it expires.</summary>
    Ready,
}

/// <summary>A copy of parts of the record, to be taken along on paper; kept for a while, sealed, then deleted.</summary>
public sealed class PlanPrint
{
    /// <summary>How long a print is kept after it was asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private PlanPrint()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public PrintPart[] Parts { get; private init; } = [];

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Letters of 18 points, for whoever sees little.</summary>
    public bool LargeType { get; private init; }

    /// <summary>The account that asked.</summary>
    public Guid AskedBy { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>From then on it cannot be fetched, and is deleted.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    public PrintState State { get; private set; }

    /// <summary>0 = waits, 100 = can be fetched.</summary>
    public short Progress { get; private set; }

    /// <summary>Null until it is ready.</summary>
    public short? Pages { get; private set; }

    /// <summary>True when it holds characters that cannot be printed; it says so itself.</summary>
    public bool LeftOut { get; private set; }

    public static PlanPrint Ask(Guid serviceUserId, Guid id, IReadOnlyCollection<PrintPart> parts, string language, bool largeType, Guid askedBy, DateTimeOffset now)
    {
        var at = FactTime.Microseconds(now);
        return new PlanPrint
        {
            ServiceUserId = serviceUserId,
            Id = id,
            Parts = [.. parts.Distinct().Order()],
            Language = language,
            LargeType = largeType,
            AskedBy = askedBy,
            AskedAt = at,
            ExpiresAt = at + Kept,
        };
    }

    /// <summary>Whether the same is asked again.</summary>
    public bool Is(IReadOnlyCollection<PrintPart> parts, string? language, bool largeType, Guid askedBy) =>
        Parts.SequenceEqual(parts.Distinct().Order()) && (language is null || Language == language) && LargeType == largeType && AskedBy == askedBy;

    /// <summary>It is under way; one that is ready stays ready, and what was reached stays reached.</summary>
    public void Move(short progress)
    {
        if (State != PrintState.Ready)
        {
            (State, Progress) = (PrintState.Making, Math.Max(Progress, Math.Clamp(progress, (short)0, (short)99)));
        }
    }

    /// <summary>It can be fetched.</summary>
    public void Finish(int pages, bool leftOut) => (State, Progress, Pages, LeftOut) = (PrintState.Ready, 100, (short)pages, leftOut);
}

/// <summary>The file of a print, sealed with the key of the record: without that key, nobody reads it.</summary>
public sealed class PlanPrintFile
{
    private PlanPrintFile()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid PrintId { get; private init; }

    public byte[] FileSealed { get; private init; } = [];

    public static PlanPrintFile Of(PlanPrint print, byte[] fileSealed) => new() { ServiceUserId = print.ServiceUserId, PrintId = print.Id, FileSealed = fileSealed };
}
