using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>HMAC-SHA-256 under a key made at first use, wrapped by the Data Protection key ring and kept in the vault.</summary>
internal sealed class SecretHash(Databases databases, IDataProtectionProvider protection) : ISecretHash
{
    private const string Name = "hash";
    private readonly IDataProtector _protector = protection.CreateProtector("barometre.installation-secret");
    private byte[]? _key;

    public async ValueTask<byte[]> OfAsync(string purpose, string text, CancellationToken cancellationToken)
    {
        // Two first uses at once read the same row: whichever key was kept is the installation's.
        _key ??= await ReadAsync(cancellationToken) ?? await MakeAsync(cancellationToken);
        return HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.Vault.CreateCommand("SELECT wrapped FROM vault.installation_secret WHERE name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] wrapped ? _protector.Unprotect(wrapped) : null;
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.Vault.CreateCommand("INSERT INTO vault.installation_secret (name, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = _protector.Protect(RandomNumberGenerator.GetBytes(32)) });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return (await ReadAsync(cancellationToken))!;
    }
}
