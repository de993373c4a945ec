using Barometre.Domain.Participation.Consents;

namespace Barometre.Application.Participation.Consents;

/// <summary>The texts of consents that this release carries, and those that people said yes to.</summary>
public interface IConsentContent
{
    /// <summary>The newest version.</summary>
    ConsentContent Current { get; }

    /// <summary>Keeps a text under its hash, to the letter, as proof of what was shown; kept already, nothing changes.</summary>
    Task KeepAsync(ConsentText text, CancellationToken cancellationToken);
}

/// <summary>A text that somebody said yes to, to the letter.</summary>
public sealed class KeptText
{
    /// <summary>SHA-256 of the whole text, 64 hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    public ConsentKind Kind { get; private init; }

    public string Version { get; private init; } = "";

    public string Language { get; private init; } = "";

    public string Content { get; private init; } = "";

    public DateTimeOffset KeptAt { get; private init; }
}
