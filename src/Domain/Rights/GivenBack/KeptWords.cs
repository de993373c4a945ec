using System.Security.Cryptography;

namespace Barometre.Domain.Rights.GivenBack;

/// <summary>One thing that an account said in a dialogue whose record was erased: its author's alone, without anything of the record.</summary>
public sealed class KeptWords
{
    private KeptWords()
    {
    }

    /// <summary>Who said it.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>Drawn by chance: neither the order nor the time of its making shows in it.</summary>
    public Guid Id { get; private init; }

    /// <summary>The day on which it was said (UTC); no time, which would put the answers of one conversation side by side.</summary>
    public DateOnly SaidOn { get; private init; }

    /// <summary>Sealed with the key of the account.</summary>
    public byte[] WordsSealed { get; private init; } = [];

    public static KeptWords Of(Guid accountId, DateOnly saidOn, byte[] wordsSealed) =>
        new() { AccountId = accountId, Id = new Guid(RandomNumberGenerator.GetBytes(16)), SaidOn = saidOn, WordsSealed = wordsSealed };
}
