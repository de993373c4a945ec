using System.Runtime.CompilerServices;
using Barometre.Application.Participation.Register;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads registers as they stand in the database, by hand: what is verified is what is there, not what a mapping makes of it.</summary>
internal sealed class RegisterLines(DatabaseSession session) : IRegisterLines
{
    // Entries per round trip: a register of years is read in bounded memory.
    private const int Batch = 1000;

    private const string People = """
        SELECT service_user_id FROM participation.register_head UNION SELECT service_user_id FROM participation.register_entry
         UNION SELECT service_user_id FROM participation.communication_head UNION SELECT service_user_id FROM participation.communication_link
         UNION SELECT service_user_id FROM participation.communication ORDER BY 1
        """;

    private static readonly Dictionary<ChainedRegister, Source> Sources = new()
    {
        [ChainedRegister.WhoLooked] = new(
            "SELECT number, hash FROM participation.register_head WHERE service_user_id = $1",
            """
            SELECT number, hash, at, account_id, organisation_id, member_id, ground, tab, writes, use_case
              FROM participation.register_entry WHERE service_user_id = $1 AND number > $2 ORDER BY number LIMIT 1000
            """,
            (person, row) => new RegisterLine(
                person, row.GetInt64(0), row.GetDateTime(2), Id(row, 3), Id(row, 4), Id(row, 5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetBoolean(8), row.GetString(9),
                row.GetFieldValue<byte[]>(1))),
        // An entry without a link stands behind all of them, where no chain goes on; a link without an entry says nothing that was hashed.
        [ChainedRegister.Communications] = new(
            "SELECT number, hash FROM participation.communication_head WHERE service_user_id = $1",
            """
            SELECT * FROM (
                SELECT coalesce(l.number, 9223372036854775807) AS number, coalesce(l.hash, ''), coalesce(c.at, 'epoch'), coalesce(c.id, l.communication_id), coalesce(c.form, ''),
                       coalesce(c.tabs, '{}'), coalesce(c.recipient_kind, ''), c.recipient_id, coalesce(c.purpose, ''), coalesce(c.ground, ''), c.by_account
                  FROM (SELECT * FROM participation.communication WHERE service_user_id = $1) c
                  FULL JOIN (SELECT * FROM participation.communication_link WHERE service_user_id = $1) l ON l.communication_id = c.id) lines
             WHERE number > $2 ORDER BY number LIMIT 1000
            """,
            (person, row) => new CommunicationLine(
                person, row.GetInt64(0), row.GetGuid(3), row.GetDateTime(2), row.GetString(4), row.GetFieldValue<string[]>(5), row.GetString(6), Id(row, 7), row.GetString(8), row.GetString(9), Id(row, 10),
                row.GetFieldValue<byte[]>(1))),
    };

    public Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken)
    {
        session.OpenForEveryone();
        return session.ReadAsync<IReadOnlyList<Guid>>(
            new NpgsqlBatchCommand(People),
            async reader =>
            {
                List<Guid> people = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    people.Add(reader.GetGuid(0));
                }

                return people;
            },
            cancellationToken);
    }

    public Task<RegisterEnd> EndAsync(ChainedRegister register, Guid serviceUserId, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Sources[register].End) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
        async reader => await reader.ReadAsync(cancellationToken) ? new RegisterEnd(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : RegisterEnd.Nothing,
        cancellationToken);

    public async IAsyncEnumerable<IChainedLine> LinesAsync(ChainedRegister register, Guid serviceUserId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, batch) = (long.MinValue, Batch);
        while (batch == Batch)
        {
            var lines = await LinesAfterAsync(Sources[register], serviceUserId, last, cancellationToken);
            foreach (var line in lines)
            {
                yield return line;
            }

            (last, batch) = (lines.Count == 0 ? last : lines[^1].Number, lines.Count);
        }
    }

    private Task<List<IChainedLine>> LinesAfterAsync(Source source, Guid serviceUserId, long number, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(source.Lines) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<long> { TypedValue = number } } },
        async reader =>
        {
            List<IChainedLine> lines = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(source.Line(serviceUserId, reader));
            }

            return lines;
        },
        cancellationToken);

    /// <summary>Where a register stands.</summary>
    /// <param name="End">Of a person: number and hash.</param>
    /// <param name="Lines">Of a person, after a number: number and hash first.</param>
    private sealed record Source(string End, string Lines, Func<Guid, NpgsqlDataReader, IChainedLine> Line);

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}
