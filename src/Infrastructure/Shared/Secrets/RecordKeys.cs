using System.Security.Cryptography;
using Barometre.Application.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>Record keys in the vault, wrapped by the Data Protection key ring; unwrapped ones stay in memory for a short while.</summary>
internal sealed class RecordKeys(Databases databases, IDataProtectionProvider protection, IMemoryCache cache) : IRecordKeys
{
    /// <summary>Where the vault tells of deleted keys (<see cref="DeletedKeys"/>).</summary>
    public const string Channel = "barometre_deleted_key";

    // Spares a round trip to nearly every request of a working session; a deleted key goes at once.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private volatile int _generation;
    private volatile bool _deaf;
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

    // An empty key stands for a deleted one, so that whoever comes late does not make another.
    public Task DeleteAsync(Guid serviceUserId, CancellationToken cancellationToken) => ChangeAsync(
        serviceUserId,
        ["DELETE FROM vault.record_key WHERE service_user_id = $1 AND wrapped <> ''", "INSERT INTO vault.record_key (service_user_id, wrapped) VALUES ($1, '') ON CONFLICT DO NOTHING"],
        cancellationToken);

    public Task LetGoAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        ChangeAsync(serviceUserId, ["DELETE FROM vault.record_key WHERE service_user_id = $1 AND wrapped = ''"], cancellationToken);

    /// <summary>Forgets a key that was deleted.</summary>
    public void Forget(Guid serviceUserId) => cache.Remove(CacheKey(serviceUserId));

    /// <summary>Says whether deletions are heard of at present; while they are not, the vault is asked each time.</summary>
    public void Hears(bool deletions)
    {
        _deaf = !deletions;
        // Something may have been said meanwhile.
        Interlocked.Increment(ref _generation);
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
                if (reader.GetFieldValue<byte[]>(1) is { Length: > 0 } wrapped)
                {
                    keys[reader.GetGuid(0)] = Remember(reader.GetGuid(0), wrapped);
                }
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
        return (await ForManyAsync([serviceUserId], cancellationToken)).GetValueOrDefault(serviceUserId) ?? throw new NotFound();
    }

    private async Task ChangeAsync(Guid serviceUserId, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using (var connection = await databases.Vault.OpenConnectionAsync(cancellationToken))
        {
            await using var batch = Batch(
                connection, [serviceUserId], [.. statements.Select(statement => new NpgsqlBatchCommand(statement) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } })]);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_notify($1, $2)")
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = Channel }, new NpgsqlParameter<string> { TypedValue = serviceUserId.ToString() } },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        Forget(serviceUserId);
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyCollection<Guid> people, params ReadOnlySpan<NpgsqlBatchCommand> statements)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SELECT set_config('barometre.people', $1, true)")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = "{" + string.Join(',', people) + "}" } },
                },
            },
        };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        return batch;
    }

    private RecordKey Remember(Guid serviceUserId, byte[] wrapped)
    {
        var key = new RecordKey(serviceUserId, _protector.Unprotect(wrapped));
        return _deaf ? key : cache.Set(CacheKey(serviceUserId), key, Kept);
    }

    private (string, int, Guid) CacheKey(Guid serviceUserId) => ("record-key", _generation, serviceUserId);
}
