using System.Buffers.Text;
using System.Security.Cryptography;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Leaky buckets and known devices in PostgreSQL, shared by all nodes; a stranger fills other buckets than the person's own device.</summary>
internal sealed class Attempts(DatabaseSession session, ISecretHash hash, TimeProvider time) : IAttempts
{
    private const int DevicesKept = 20;

    // In the order of the keys, so that two attempts never wait for each other crosswise.
    private const string Add = """
        INSERT INTO participation.attempt_bucket AS b (key, level, leak_per_second, at)
        SELECT key, 1, leak, $3 FROM unnest($1::bytea[], $2::float8[]) AS t (key, leak) ORDER BY key
        ON CONFLICT (key) DO UPDATE SET
            level = greatest(0, b.level - greatest(0, extract(epoch FROM excluded.at - b.at)) * b.leak_per_second) + 1,
            leak_per_second = excluded.leak_per_second, at = greatest(b.at, excluded.at)
        RETURNING key, level
        """;

    private const string Subtract = "UPDATE participation.attempt_bucket SET level = greatest(0, level - 1) WHERE key = ANY ($1)";

    // What has leaked away long ago says nothing any more; an address is forgotten with it.
    private const string Sweep = "DELETE FROM participation.attempt_bucket WHERE at < $1";

    private const string Known = """
        SELECT d.hash = $2 FROM participation.known_device d JOIN participation.account a ON a.id = d.account_id
         WHERE (a.name_hash = $1 OR a.id = $5) AND (d.hash = $2 OR d.address_hash = $3) AND d.last_used_at > $4 ORDER BY 1 DESC LIMIT 1
        """;

    private const string Remember = """
        INSERT INTO participation.known_device (hash, account_id, address_hash, last_used_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash) DO UPDATE SET address_hash = excluded.address_hash, last_used_at = excluded.last_used_at
         WHERE known_device.account_id = excluded.account_id
        """;

    private const string Forget = """
        DELETE FROM participation.known_device WHERE account_id = $1
           AND hash NOT IN (SELECT hash FROM participation.known_device WHERE account_id = $1 ORDER BY last_used_at DESC LIMIT $2)
        """;

    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    public async Task<AttemptTicket> PlaceAsync(AttemptKind kind, string? subject, string address, string? device, CancellationToken cancellationToken)
    {
        var place = new AttemptPlace(kind, subject is null ? null : kind == AttemptKind.SignIn ? SignInName.Normalise(subject) : subject, address);
        var known = subject is null ? Familiarity.Stranger : await FamiliarityAsync(place, device, cancellationToken);
        var buckets = new List<AttemptBucket>();
        foreach (var (owner, capacity, perMinute) in AttemptLimits.Of(place, known, device))
        {
            buckets.Add(new AttemptBucket(await hash.OfAsync("attempt", $"{kind}\n{owner}", cancellationToken), capacity, perMinute / 60));
        }

        return new AttemptTicket(kind, address, buckets, known == Familiarity.Device ? device : null);
    }

    public async Task<TimeSpan?> CountAsync(AttemptTicket ticket, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(Add)
        {
            Parameters =
            {
                new NpgsqlParameter<byte[][]> { TypedValue = [.. ticket.Buckets.Select(bucket => bucket.Key)] },
                new NpgsqlParameter<double[]> { TypedValue = [.. ticket.Buckets.Select(bucket => bucket.LeakPerSecond)] },
                At(time.GetUtcNow()),
            },
        };
        return await session.ReadAsync(statement, reader => WaitAsync(reader, ticket, cancellationToken), cancellationToken);
    }

    public Task ForgiveAsync(AttemptTicket ticket, CancellationToken cancellationToken) =>
        RunAsync(new NpgsqlBatchCommand(Subtract) { Parameters = { new NpgsqlParameter<byte[][]> { TypedValue = [.. ticket.Buckets.Select(bucket => bucket.Key)] } } }, cancellationToken);

    public async Task<string> RememberDeviceAsync(Guid accountId, AttemptTicket ticket, CancellationToken cancellationToken)
    {
        var secret = ticket.KnownDevice ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var remember = new NpgsqlBatchCommand(Remember)
        {
            Parameters = { Bytes(DeviceHash(secret)), Id(accountId), Bytes(await AddressHashAsync(ticket.Address, cancellationToken)), At(time.GetUtcNow()) },
        };
        await RunAsync(remember, cancellationToken);
        await RunAsync(new NpgsqlBatchCommand(Forget) { Parameters = { Id(accountId), new NpgsqlParameter<int> { TypedValue = DevicesKept } } }, cancellationToken);
        await RunAsync(new NpgsqlBatchCommand(Sweep) { Parameters = { At(time.GetUtcNow() - AttemptLimits.ForgottenAfter) } }, cancellationToken);
        return secret;
    }

    private static async Task<TimeSpan?> WaitAsync(NpgsqlDataReader reader, AttemptTicket ticket, CancellationToken cancellationToken)
    {
        double? wait = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetFieldValue<byte[]>(0);
            var bucket = ticket.Buckets.First(found => found.Key.AsSpan().SequenceEqual(key));
            if (reader.GetDouble(1) - bucket.Capacity is > 0 and var over)
            {
                wait = Math.Max(wait ?? 0, over / bucket.LeakPerSecond);
            }
        }

        return wait is { } seconds ? TimeSpan.FromSeconds(Math.Ceiling(seconds)) : null;
    }

    private async Task<Familiarity> FamiliarityAsync(AttemptPlace place, string? device, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(Known)
        {
            Parameters =
            {
                Bytes(await hash.OfAsync("account-name", place.Subject!, cancellationToken)),
                Bytes(device is null ? [] : DeviceHash(device)),
                Bytes(await AddressHashAsync(place.Address, cancellationToken)),
                At(time.GetUtcNow() - KnownFor),
                Id(Guid.TryParse(place.Subject, out var account) && place.Kind != AttemptKind.SignIn ? account : Guid.Empty),
            },
        };
        return await session.ReadAsync(
            statement,
            async reader => !await reader.ReadAsync(cancellationToken) ? Familiarity.Stranger : reader.GetBoolean(0) ? Familiarity.Device : Familiarity.Address,
            cancellationToken);
    }

    private ValueTask<byte[]> AddressHashAsync(string address, CancellationToken cancellationToken) => hash.OfAsync("address", address, cancellationToken);

    private static byte[] DeviceHash(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    private Task<bool> RunAsync(NpgsqlBatchCommand statement, CancellationToken cancellationToken) =>
        session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);

    private static NpgsqlParameter<byte[]> Bytes(byte[] bytes) => new() { TypedValue = bytes };

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<DateTime> At(DateTimeOffset at) => new() { TypedValue = at.UtcDateTime };
}
