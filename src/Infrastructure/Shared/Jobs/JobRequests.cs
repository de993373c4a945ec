using System.Text.Json;
using Barometre.Application.Shared.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Leaves a request for work among the command's own rows; the relay takes it once they are committed.</summary>
internal sealed class JobRequests(DatabaseSession session) : IJobRequests
{
    public Task RequestAsync(string work, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken)
    {
        session.WroteToOutbox();
        var statement = new NpgsqlBatchCommand("INSERT INTO jobs.request (id, work, data) VALUES ($1, $2, $3)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
                new NpgsqlParameter<string> { TypedValue = work },
                new NpgsqlParameter { Value = JsonSerializer.Serialize(data), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        return session.ReadAsync(statement, _ => Task.FromResult(true), cancellationToken);
    }
}
