using System.Security.Cryptography;
using Barometre.Application.Rights;
using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Barometre.Infrastructure.Rights;

/// <summary>ECDSA over P-256 with a key made at first use, wrapped by the Data Protection key ring and kept in the vault.</summary>
internal sealed class SigningKey(Databases databases, IDataProtectionProvider protection) : ISigningKey
{
    public const string Algorithm = "ECDSA-P256-SHA256";

    private const string Name = "signing";
    private readonly IDataProtector _protector = protection.CreateProtector("barometre.signing-key");
    private byte[]? _pkcs8;

    public async Task<byte[]> SignAsync(byte[] content, CancellationToken cancellationToken)
    {
        using var key = await KeyAsync(cancellationToken);
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public async Task<PublicKey> PublicAsync(CancellationToken cancellationToken)
    {
        using var key = await KeyAsync(cancellationToken);
        return new PublicKey(Algorithm, key.ExportSubjectPublicKeyInfoPem(), Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
    }

    private async Task<ECDsa> KeyAsync(CancellationToken cancellationToken)
    {
        // Two first uses at once read the same row: whichever key was kept is the installation's.
        _pkcs8 ??= await ReadAsync(cancellationToken) ?? await MakeAsync(cancellationToken);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_pkcs8, out _);
        return key;
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.Vault.CreateCommand("SELECT wrapped FROM vault.installation_secret WHERE name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] wrapped ? _protector.Unprotect(wrapped) : null;
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellationToken)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var command = databases.Vault.CreateCommand("INSERT INTO vault.installation_secret (name, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = _protector.Protect(made.ExportPkcs8PrivateKey()) });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return (await ReadAsync(cancellationToken))!;
    }
}
