using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>Record keys in the vault, wrapped by the Data Protection key ring; unwrapped ones stay in memory for a short while.</summary>
internal sealed class RecordKeys(Databases databases, IDataProtectionProvider protection, IMemoryCache cache) : IRecordKeys
{
    // An erased key must be gone everywhere soon; five minutes spares a round trip to nearly every request of a working session.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("barometre.record-key");

    public async ValueTask<IRecordKey> ForAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(CacheKey(serviceUserId), out RecordKey? known))
        {
            return known!;
        }

        var keys = await ForManyAsync([serviceUserId], cancellationToken);
        return keys.TryGetValue(serviceUserId, out var key) ? key : await MakeAsync(serviceUserId, cancellationToken);
    }

    public async ValueTask<IReadOnlyDictionary<Guid, IRecordKey>> ForManyAsync(IReadOnlyCollection<Guid> serviceUserIds, CancellationToken cancellationToken)
    {
        Dictionary<Guid, IRecordKey> keys = [];
        List<Guid> unknown = [];
        foreach (var id in serviceUserIds)
        {
            if (cache.TryGetValue(CacheKey(id), out RecordKey? known))
            {
                keys[id] = known!;
            }
            else
            {
                unknown.Add(id);
            }
        }

        if (unknown.Count > 0)
        {
            await using var connection = await databases.Vault.OpenConnectionAsync(cancellationToken);
            await using var batch = Batch(connection, unknown, new NpgsqlBatchCommand("SELECT service_user_id, wrapped FROM vault.record_key WHERE service_user_id = ANY ($1)")
            {
                Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = [.. unknown] } },
            });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                keys[reader.GetGuid(0)] = Remember(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1));
            }
        }

        return keys;
    }

    private async Task<IRecordKey> MakeAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        await using (var connection = await databases.Vault.OpenConnectionAsync(cancellationToken))
        {
            var wrapped = _protector.Protect(RandomNumberGenerator.GetBytes(32));
            await using var batch = Batch(connection, [serviceUserId], new NpgsqlBatchCommand("INSERT INTO vault.record_key (service_user_id, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<byte[]> { TypedValue = wrapped } },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        // Two first uses at once: whichever key was kept is the record's.
        return (await ForManyAsync([serviceUserId], cancellationToken))[serviceUserId];
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyCollection<Guid> people, NpgsqlBatchCommand statement) => new(connection)
    {
        BatchCommands =
        {
            new NpgsqlBatchCommand("SELECT set_config('barometre.people', $1, true)")
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = "{" + string.Join(',', people) + "}" } },
            },
            statement,
        },
    };

    private RecordKey Remember(Guid serviceUserId, byte[] wrapped) =>
        cache.Set(CacheKey(serviceUserId), new RecordKey(serviceUserId, _protector.Unprotect(wrapped)), Kept);

    private static (string, Guid) CacheKey(Guid serviceUserId) => ("record-key", serviceUserId);
}

/// <summary>Sealed words are: format 1, nonce (12 bytes), tag (16), cipher text.</summary>
internal sealed class RecordKey(Guid serviceUserId, byte[] key) : IRecordKey
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + NonceSize + TagSize;

    // A record's few columns, asked for again and again.
    private readonly ConcurrentDictionary<string, byte[]> _bounds = new(StringComparer.Ordinal);

    // A cipher is one thread's at a time, and making one costs more than opening a sentence with it: whoever needs it takes it and puts it back.
    private AesGcm? _spare;

    public byte[] Seal(string column, string words) => SealBytes(column, Encoding.UTF8.GetBytes(words));

    public string Open(string column, byte[] sealedWords) => Encoding.UTF8.GetString(OpenBytes(column, sealedWords));

    public byte[] SealBytes(string column, byte[] bytes)
    {
        var sealedWords = new byte[Overhead + bytes.Length];
        sealedWords[0] = Format;
        var nonce = sealedWords.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var aes = Take();
        aes.Encrypt(nonce, bytes, sealedWords.AsSpan(Overhead), sealedWords.AsSpan(1 + NonceSize, TagSize), BoundTo(column));
        PutBack(aes);
        return sealedWords;
    }

    public byte[] OpenBytes(string column, byte[] sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
        {
            throw new CryptographicException("Sealed words of an unknown format.");
        }

        var plain = new byte[sealedBytes.Length - Overhead];
        var aes = Take();
        aes.Decrypt(sealedBytes.AsSpan(1, NonceSize), sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(1 + NonceSize, TagSize), plain, BoundTo(column));
        PutBack(aes);
        return plain;
    }

    private AesGcm Take() => Interlocked.Exchange(ref _spare, null) ?? new AesGcm(key, TagSize);

    // Two at once: one stays, the other is given up.
    private void PutBack(AesGcm aes) => Interlocked.Exchange(ref _spare, aes)?.Dispose();

    private byte[] BoundTo(string column) => _bounds.GetOrAdd(column, named => [.. serviceUserId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(named)]);
}
