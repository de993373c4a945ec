using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometre.Application.Participation.Register;

/// <summary>One entry as it stands in the database, in its own words, so that exactly what was hashed is hashed again.</summary>
public sealed record RegisterLine(
    Guid ServiceUserId, long Number, DateTime At, Guid? AccountId, Guid? OrganisationId, Guid? MemberId, string Ground, string? Tab, bool Writes, string UseCase, byte[] Hash);

/// <summary>A place in a register: an entry's number and hash; number 0 and no hash before the first.</summary>
public sealed record RegisterEnd(long Number, byte[] Hash)
{
    public static RegisterEnd Nothing { get; } = new(0, []);

    public bool Is(RegisterEnd other) => Number == other.Number && Hash.AsSpan().SequenceEqual(other.Hash);
}

/// <summary>The chain that makes a change to the register visible: each entry's hash covers the one before.</summary>
/// <remarks>Whoever can rewrite the whole chain and its end leaves no trace here; an end noted elsewhere (a backup, a person's own export) shows it.</remarks>
public sealed class RegisterChain
{
    /// <summary>The last entry that holds.</summary>
    public RegisterEnd Reached { get; private set; } = RegisterEnd.Nothing;

    /// <summary>The number of the first entry that is missing, altered or out of place; null as long as the chain holds.</summary>
    public long? FirstBreak { get; private set; }

    /// <summary>The same bytes as <c>participation.enter_in_register</c> hashes: fields joined by <c>|</c>, an absent one empty, the time to the microsecond in UTC.</summary>
    public static byte[] Next(byte[] before, RegisterLine line)
    {
        var words = string.Join(
            '|', line.ServiceUserId.ToString(), line.Number.ToString(CultureInfo.InvariantCulture), line.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            line.AccountId?.ToString(), line.OrganisationId?.ToString(), line.MemberId?.ToString(), line.Ground, line.Tab, line.Writes ? "true" : "false", line.UseCase);
        return SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(words)]);
    }

    /// <summary>Takes the next entry; false when it does not follow from those before.</summary>
    public bool Follow(RegisterLine line)
    {
        if (FirstBreak is null && line.Number == Reached.Number + 1 && line.Hash.AsSpan().SequenceEqual(Next(Reached.Hash, line)))
        {
            Reached = new RegisterEnd(line.Number, line.Hash);
            return true;
        }

        FirstBreak ??= Reached.Number + 1;
        return false;
    }

    /// <summary>Notes that the register ends otherwise than it says.</summary>
    public void Ends(long number) => FirstBreak ??= number + 1;
}
