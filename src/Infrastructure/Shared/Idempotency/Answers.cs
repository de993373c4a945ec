using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Shared.Idempotency;

/// <summary>Answers already given, sealed, in <c>platform.idempotency</c>, one round trip to take a key and one to keep an answer.</summary>
internal sealed class Answers(DatabaseSession session, Caller caller, IDataProtectionProvider protection, TimeProvider time) : IAnswers
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly IDataProtector _protector = protection.CreateProtector("barometre.answer");

    public async Task<TResult?> TakeAsync<TResult>(Repeatable repeatable, CancellationToken cancellationToken)
        where TResult : class
    {
        var statement = new NpgsqlBatchCommand("SELECT taken, answer FROM platform.take_answer($1, $2)")
        {
            Parameters =
            {
                new NpgsqlParameter<byte[]> { TypedValue = KeyHash(repeatable) },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
        var (taken, answer) = await session.ReadAsync(
            statement,
            async reader =>
            {
                await reader.ReadAsync(cancellationToken);
                return (reader.GetBoolean(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1));
            },
            cancellationToken);
        if (!taken)
        {
            throw new RuleViolation(SharedErrors.InFlight);
        }

        return answer is null ? null : Open<TResult>(repeatable, answer);
    }

    public Task KeepAsync<TResult>(Repeatable repeatable, TResult result, CancellationToken cancellationToken)
        where TResult : class
    {
        // Request hash (32 bytes), then the result: the hash of a short answer's request must not lie in the open either.
        byte[] plain = [.. repeatable.RequestHash, .. JsonSerializer.SerializeToUtf8Bytes(result)];
        var now = time.GetUtcNow().UtcDateTime;
        var statement = new NpgsqlBatchCommand("INSERT INTO platform.idempotency (key_hash, account_id, person_id, answer_sealed, kept_at, expires_at) VALUES ($1, $2, platform.current_person(), $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<byte[]> { TypedValue = KeyHash(repeatable) },
                new NpgsqlParameter { Value = (object?)caller.AccountId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<byte[]> { TypedValue = _protector.Protect(plain) },
                new NpgsqlParameter<DateTime> { TypedValue = now },
                new NpgsqlParameter<DateTime> { TypedValue = now + Kept },
            },
        };
        return session.ReadAsync(statement, _ => Task.FromResult(true), cancellationToken);
    }

    private TResult? Open<TResult>(Repeatable repeatable, byte[] answer)
    {
        var plain = _protector.Unprotect(answer);
        if (!CryptographicOperations.FixedTimeEquals(plain.AsSpan(0, repeatable.RequestHash.Length), repeatable.RequestHash))
        {
            throw new KeyReused();
        }

        return JsonSerializer.Deserialize<TResult>(plain.AsSpan(repeatable.RequestHash.Length));
    }

    private byte[] KeyHash(Repeatable repeatable)
    {
        var who = caller.AccountId is { } account ? $"account {account}" : caller.KeyId is { } key ? $"key {key}" : $"stranger {Convert.ToHexStringLower(repeatable.Stranger)}";
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{who}\n{repeatable.Key}"));
    }
}
