namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>A row of <c>participation.account</c>, as ASP.NET Core Identity's user.</summary>
internal sealed class Account
{
    public Guid Id { get; init; }

    /// <summary>How staff, relatives and integrators are shown to the people they work with; null when nothing was said.</summary>
    public byte[]? DisplayNameSealed { get; set; }

    /// <summary>From before that name was sealed: empty since, and not written; a later release drops it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Keyed hash of the normalised name; null for an account that cannot sign in.</summary>
    public byte[]? NameHash { get; set; }

    public byte[]? NameSealed { get; set; }

    public string? PasswordHash { get; set; }

    public bool LongPassword { get; set; }

    public byte[]? AuthenticatorKeySealed { get; set; }

    /// <summary>When the authenticator was confirmed; null while it does not count.</summary>
    public DateTimeOffset? AuthenticatorSince { get; set; }

    public long AuthenticatorStep { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A row of <c>participation.passkey</c>: a public key of a device of the person's.</summary>
internal sealed class Passkey
{
    public required byte[] CredentialId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public required long SignCount { get; set; }

    public required string[] Transports { get; init; }

    public required bool UserVerified { get; set; }

    public required bool BackupEligible { get; init; }

    public required bool BackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A row of <c>participation.recovery_code</c>.</summary>
internal sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>Keyed hash of the code.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
