namespace Barometre.Application.Shared;

/// <summary>A keyed hash (HMAC-SHA-256) for what must be found again but not read: names, addresses, codes. Its key is the installation's and is kept apart from the data.</summary>
public interface ISecretHash
{
    /// <param name="purpose">What the text is: equal texts of different purposes have different hashes.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the wait for the key, read once in the life of the process.</param>
    ValueTask<byte[]> OfAsync(string purpose, string text, CancellationToken cancellationToken);
}
