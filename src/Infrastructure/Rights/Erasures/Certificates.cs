using Barometre.Application.Rights.Erasures;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Rights.Erasures;

/// <summary>Certificates in <c>rights.certificate</c>: found by the hash of a code, by whoever holds the code.</summary>
internal sealed class Certificates(DatabaseSession session) : ICertificates
{
    public Task BeginAsync(Guid certificateId, string? codeHash, DateTimeOffset keptUntil, CancellationToken cancellationToken) => RunAsync(
        "INSERT INTO rights.certificate (id, code_hash, kept_until) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
        [Id(certificateId), new NpgsqlParameter { Value = (object?)codeHash ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar }, At(keptUntil)],
        cancellationToken);

    public Task CompleteAsync(Guid certificateId, string content, byte[] signature, CancellationToken cancellationToken) => RunAsync(
        "UPDATE rights.certificate SET content = $2, signature = $3 WHERE id = $1",
        [Id(certificateId), new NpgsqlParameter<string> { TypedValue = content }, new NpgsqlParameter<byte[]> { TypedValue = signature }],
        cancellationToken);

    public Task<KeptCertificate?> FindAsync(string codeHash, CancellationToken cancellationToken)
    {
        session.OpenForCode(Convert.FromHexString(codeHash));
        var find = new NpgsqlBatchCommand("SELECT id, content, signature FROM rights.certificate WHERE code_hash = $1") { Parameters = { new NpgsqlParameter<string> { TypedValue = codeHash } } };
        return session.ReadAsync(
            find,
            async reader => await reader.ReadAsync(cancellationToken)
                ? new KeptCertificate(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2))
                : null,
            cancellationToken);
    }

    public Task<int> DeleteExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync("DELETE FROM rights.certificate WHERE kept_until <= $1", [At(now)], cancellationToken);

    private Task<int> RunAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        return session.ReadAsync(statement, reader => Task.FromResult(reader.RecordsAffected), cancellationToken);
    }

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<DateTime> At(DateTimeOffset at) => new() { TypedValue = at.UtcDateTime };
}
