using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Participation;

/// <summary>One-time codes in <c>participation.one_time_code</c>; a code opens its own row and nothing else until it has been found good.</summary>
internal sealed class OneTimeCodes(DatabaseSession session, ISecretHash hash, Caller caller, TimeProvider time) : IOneTimeCodes
{
    private const string Replace = """
        UPDATE participation.one_time_code SET used_at = $3 WHERE service_user_id = $1 AND purpose = $2 AND member_id IS NOT DISTINCT FROM $4 AND used_at IS NULL
        """;

    private const string UseAll = "UPDATE participation.one_time_code SET used_at = $2 WHERE service_user_id = $1 AND used_at IS NULL";

    private const string Insert = """
        INSERT INTO participation.one_time_code (service_user_id, id, purpose, code_hash, member_id, issued_by, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string Find = """
        SELECT service_user_id, id, member_id, issued_by FROM participation.one_time_code WHERE code_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
        """;

    // The row is locked by the update: of two uses at once, the second finds it used.
    private const string Use = """
        UPDATE participation.one_time_code SET used_at = $3 WHERE service_user_id = $1 AND id = $2 AND used_at IS NULL RETURNING id
        """;

    public async Task<IssuedCode> IssueAsync(Guid serviceUserId, CodePurpose purpose, Guid? memberId, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var issued = new IssuedCode(Guid.CreateVersion7(now), OneTimeCode.New(), now + life);
        var codeHash = Convert.ToHexStringLower(await HashAsync(OneTimeCode.Read(issued.Code)!, cancellationToken));
        await RunAsync(new NpgsqlBatchCommand(Replace) { Parameters = { Id(serviceUserId), Text(Words.Of(purpose)), At(now), Id(memberId) } }, cancellationToken);
        var insert = new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                Id(serviceUserId), Id(issued.Id), Text(Words.Of(purpose)), Text(codeHash), Id(memberId), Id(caller.AccountId), At(now), At(issued.ExpiresAt),
            },
        };
        await RunAsync(insert, cancellationToken);
        return issued;
    }

    public Task UseUpAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        RunAsync(new NpgsqlBatchCommand(UseAll) { Parameters = { Id(serviceUserId), At(time.GetUtcNow()) } }, cancellationToken);

    public async Task<RedeemedCode?> RedeemAsync(string typed, CodePurpose purpose, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(typed) is not { } code)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var codeHash = await HashAsync(code, cancellationToken);
        session.OpenForCode(codeHash);
        var find = new NpgsqlBatchCommand(Find) { Parameters = { Text(Convert.ToHexStringLower(codeHash)), Text(Words.Of(purpose)), At(now) } };
        var found = await session.ReadAsync(find, reader => FoundAsync(reader, cancellationToken), cancellationToken);
        if (found is null)
        {
            return null;
        }

        session.OpenFor(found.ServiceUserId);
        var use = new NpgsqlBatchCommand(Use) { Parameters = { Id(found.ServiceUserId), Id(found.Id), At(now) } };
        return await session.ReadAsync(use, reader => reader.ReadAsync(cancellationToken), cancellationToken) ? found : null;
    }

    private static async Task<RedeemedCode?> FoundAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new RedeemedCode(reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.IsDBNull(3) ? null : reader.GetGuid(3))
            : null;

    // Found by its hash in an index: nothing of a code is compared character by character.
    private ValueTask<byte[]> HashAsync(string code, CancellationToken cancellationToken) => hash.OfAsync("one-time-code", code, cancellationToken);

    private Task<bool> RunAsync(NpgsqlBatchCommand statement, CancellationToken cancellationToken) =>
        session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);

    private static NpgsqlParameter Id(Guid? id) => new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<DateTime> At(DateTimeOffset at) => new() { TypedValue = at.UtcDateTime };
}
