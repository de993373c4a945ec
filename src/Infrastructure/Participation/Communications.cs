using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Participation;

/// <summary>Appends to a person's register of communications through the one database function that may.</summary>
internal sealed class Communications(DatabaseSession session, Caller caller, TimeProvider time) : ICommunications
{
    public Task EnterAsync(Communication communication, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var statement = new NpgsqlBatchCommand("SELECT participation.enter_communication($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = communication.ServiceUserId },
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<string> { TypedValue = Words.Of(communication.Form) },
                new NpgsqlParameter<string[]> { TypedValue = [.. communication.Tabs.Order().Select(Words.Of)] },
                new NpgsqlParameter<string> { TypedValue = Words.Of(communication.To.Kind) },
                new NpgsqlParameter { Value = (object?)communication.To.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<string> { TypedValue = Words.Of(communication.Purpose) },
                new NpgsqlParameter<string> { TypedValue = Words.Of(communication.Ground) },
                new NpgsqlParameter { Value = (object?)caller.AccountId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }
}
