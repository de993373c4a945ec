using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Participation;

/// <summary>Appends to a person's register through the database function that chains the entries.</summary>
internal sealed class Register(DatabaseSession session, Caller caller, TimeProvider time) : IRegister
{
    public Task EnterAsync(RegisterNote note, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand("SELECT participation.enter_in_register($1, $2, $3, $4, $5, $6, tab, $8, $9) FROM unnest($7) tab")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = note.ServiceUserId },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
                new NpgsqlParameter { Value = (object?)(caller.AccountId ?? caller.KeyId) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter { Value = (object?)note.OrganisationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter { Value = (object?)note.MemberId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<string> { TypedValue = Words.Of(note.Ground) },
                new NpgsqlParameter<string?[]> { TypedValue = note.Tabs.Count == 0 ? [null] : [.. note.Tabs.Select(tab => Words.Of(tab))] },
                new NpgsqlParameter<bool> { TypedValue = note.Writes },
                new NpgsqlParameter<string> { TypedValue = note.UseCase },
            },
        };
        if (session.Transaction is null)
        {
            session.SendAhead(statement);
            return Task.CompletedTask;
        }

        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }
}
