using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Tombstones;

/// <summary>What somebody who received data of a person must remove.</summary>
public sealed class Tombstone
{
    /// <summary>The id that the recipient knows the record by.</summary>
    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>Grows in the order in which tombstones can be read.</summary>
    public long Number { get; private init; }

    public ConsentKind Kind { get; private init; }

    public string Subject { get; private init; } = "";

    public TombstoneReason Reason { get; private init; }

    /// <summary>What of the record; none means all of it.</summary>
    public Tab[] Tabs { get; private init; } = [];

    public DateTimeOffset At { get; private init; }
}
