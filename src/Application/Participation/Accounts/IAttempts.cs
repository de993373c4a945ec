namespace Barometre.Application.Participation.Accounts;

/// <summary>Counts attempts in buckets that all nodes share, and knows the devices and addresses that a person signed in from before.</summary>
public interface IAttempts
{
    /// <summary>The buckets that an attempt falls into.</summary>
    Task<AttemptTicket> PlaceAsync(AttemptKind kind, string? subject, string address, string? device, CancellationToken cancellationToken);

    /// <summary>Adds one to each bucket.</summary>
    /// <returns>Null, or how long to wait because one is full; the caller's transaction is then not to be kept.</returns>
    Task<TimeSpan?> CountAsync(AttemptTicket ticket, CancellationToken cancellationToken);

    /// <summary>Takes one out of each bucket again: it was not a guess.</summary>
    Task ForgiveAsync(AttemptTicket ticket, CancellationToken cancellationToken);

    /// <summary>Remembers the device, which the person signed in from, and returns the secret that it shows next time.</summary>
    Task<string> RememberDeviceAsync(Guid accountId, AttemptTicket ticket, CancellationToken cancellationToken);
}

/// <summary>What is attempted; each kind has buckets of its own.</summary>
public enum AttemptKind
{
    /// <summary>A name and a password; the subject is the name.</summary>
    SignIn,

    /// <summary>A passkey.</summary>
    Passkey,

    /// <summary>Making an account.</summary>
    Register,

    /// <summary>A one-time code about a record; the subject is the account of whoever is signed in.</summary>
    Code,

    /// <summary>A second factor after the right password; the subject is the account.</summary>
    SecondFactor,

    /// <summary>The password again, by somebody signed in; the subject is the account.</summary>
    Confirm,
}

/// <summary>Proof that an attempt was counted: what verifies a secret asks for one.</summary>
public sealed record AttemptTicket
{
    public AttemptTicket(AttemptKind kind, string address, IReadOnlyList<AttemptBucket> buckets, string? knownDevice) =>
        (Kind, Address, Buckets, KnownDevice) = (kind, address, buckets, knownDevice);

    public AttemptKind Kind { get; }

    public string Address { get; }

    public IReadOnlyList<AttemptBucket> Buckets { get; }

    /// <summary>The secret of the device, when it is one the person signed in from before.</summary>
    public string? KnownDevice { get; }
}

/// <summary>A bucket that holds <paramref name="Capacity"/> attempts and leaks at <paramref name="LeakPerSecond"/>.</summary>
/// <param name="Key">A keyed hash of whose bucket it is.</param>
public sealed record AttemptBucket(byte[] Key, double Capacity, double LeakPerSecond);
