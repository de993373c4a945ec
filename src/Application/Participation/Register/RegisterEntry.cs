using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Register;

/// <summary>One act on a record by somebody other than the person; chained to the one before.</summary>
public sealed class RegisterEntry
{
    public Guid ServiceUserId { get; private init; }

    /// <summary>From 1, without a gap.</summary>
    public long Number { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Who: an account or an integrator's key; null for the installation's operator.</summary>
    public Guid? AccountId { get; private init; }

    public Guid? OrganisationId { get; private init; }

    public Guid? MemberId { get; private init; }

    public RegisterGround Ground { get; private init; }

    public Tab? Tab { get; private init; }

    /// <summary>True when something was added or changed.</summary>
    public bool Writes { get; private init; }

    public string UseCase { get; private init; } = "";

    /// <summary>SHA-256 over the hash before and this entry.</summary>
    public byte[] Hash { get; private init; } = [];
}
