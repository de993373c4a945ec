namespace Barometre.Application.Rights;

/// <summary>The installation's own signature (ECDSA, P-256, SHA-256), on archives and certificates; its private key is wrapped by the key ring and kept in the vault.</summary>
public interface ISigningKey
{
    Task<byte[]> SignAsync(byte[] content, CancellationToken cancellationToken);

    Task<PublicKey> PublicAsync(CancellationToken cancellationToken);
}

/// <summary>What an installation's signatures are verified with.</summary>
/// <param name="Algorithm"><c>ECDSA-P256-SHA256</c>; signatures are DER, in base 64.</param>
/// <param name="Pem">The public key (SPKI).</param>
/// <param name="Fingerprint">SHA-256 of the public key, in hexadecimal: to be compared with what the installation publishes.</param>
public sealed record PublicKey(string Algorithm, string Pem, string Fingerprint);
