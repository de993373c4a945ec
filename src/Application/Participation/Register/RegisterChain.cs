using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometre.Application.Participation.Register;

/// <summary>A register whose entries are chained.</summary>
public enum ChainedRegister
{
    /// <summary>Of who looked at a record.</summary>
    WhoLooked,

    /// <summary>Of what left a record.</summary>
    Communications,
}

/// <summary>An entry as it stands in the database, in its own words, so that exactly what was hashed is hashed again.</summary>
public interface IChainedLine
{
    /// <summary>Its place in the chain, from 1.</summary>
    long Number { get; }

    byte[] Hash { get; }

    /// <summary>What is hashed of it, after the hash of the one before: fields joined by <c>|</c>, an absent one empty, the time to the microsecond in UTC.</summary>
    string Words { get; }
}

/// <summary>An entry of who looked.</summary>
public sealed record RegisterLine(
    Guid ServiceUserId, long Number, DateTime At, Guid? AccountId, Guid? OrganisationId, Guid? MemberId, string Ground, string? Tab, bool Writes, string UseCase, byte[] Hash) : IChainedLine
{
    /// <summary>The same as <c>participation.enter_in_register</c> hashes.</summary>
    public string Words => string.Join(
        '|', ServiceUserId.ToString(), Number.ToString(CultureInfo.InvariantCulture), RegisterChain.TimeOf(At), AccountId?.ToString(), OrganisationId?.ToString(), MemberId?.ToString(), Ground, Tab,
        Writes ? "true" : "false", UseCase);
}

/// <summary>An entry of what left the record, at its place in the chain.</summary>
public sealed record CommunicationLine(
    Guid ServiceUserId, long Number, Guid Id, DateTime At, string Form, string[] Tabs, string RecipientKind, Guid? RecipientId, string Purpose, string Ground, Guid? ByAccount, byte[] Hash) : IChainedLine
{
    /// <summary>The same as <c>participation.chain_communications</c> hashes.</summary>
    public string Words => string.Join(
        '|', ServiceUserId.ToString(), Number.ToString(CultureInfo.InvariantCulture), Id.ToString(), RegisterChain.TimeOf(At), Form, string.Join(',', Tabs), RecipientKind, RecipientId?.ToString(), Purpose,
        Ground, ByAccount?.ToString());
}

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

    /// <summary>The hash of a line that follows one with the hash <paramref name="before"/>: the same as the database makes.</summary>
    public static byte[] Next(byte[] before, IChainedLine line) => SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(line.Words)]);

    internal static string TimeOf(DateTime at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Takes the next entry; false when it does not follow from those before.</summary>
    public bool Follow(IChainedLine line)
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
