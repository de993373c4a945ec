using Barometre.Application.CoProduction;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>One statement by hand, so that it travels with the other readings of an overview.</summary>
internal sealed class Visits(DatabaseSession session) : IVisits
{
    internal const string Sql = "SELECT seen_until FROM coproduction.visit WHERE service_user_id = $1 AND account_id = $2";

    public Task<DateTimeOffset?> SeenUntilAsync(Guid serviceUserId, Guid accountId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            new NpgsqlBatchCommand(Sql)
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<Guid> { TypedValue = accountId } },
            },
            async reader => await reader.ReadAsync(cancellationToken) ? (DateTimeOffset?)new DateTimeOffset(reader.GetDateTime(0)) : null,
            cancellationToken);
}
