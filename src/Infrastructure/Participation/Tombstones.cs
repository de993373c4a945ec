using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Adds to the feed of what recipients must remove, through the one database function that may.</summary>
internal sealed class Tombstones(ParticipationDbContext db, DatabaseSession session, TimeProvider time) : ITombstones
{
    public async Task AddAsync(Guid serviceUserId, TombstoneReason reason, ConsentPurpose? purpose, CancellationToken cancellationToken)
    {
        foreach (var one in purpose is null ? await ReceivedForAsync(serviceUserId, cancellationToken) : [Of(purpose)])
        {
            await AddAsync(serviceUserId, reason, one, [], cancellationToken);
        }
    }

    public Task AddAsync(Guid serviceUserId, TombstoneReason reason, ConsentPurpose purpose, IReadOnlyList<Tab> tabs, CancellationToken cancellationToken) =>
        AddAsync(serviceUserId, reason, Of(purpose), tabs, cancellationToken);

    private static Purpose Of(ConsentPurpose purpose) => new(Words.Parse<ConsentKind>(purpose.Kind), purpose.Subject);

    // Every system that ever had a place, whatever it read; every study, theme of research and project's statistics that the person ever said yes to, whatever they said since.
    private async Task<IReadOnlyList<Purpose>> ReceivedForAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var systems = await db.CircleMembers.AsNoTracking()
            .Where(member => member.ServiceUserId == serviceUserId && member.Role == Role.Integrator && member.AccountId != null)
            .Select(member => member.AccountId!.Value).Distinct().ToListAsync(cancellationToken);
        var agreed = await db.ConsentFacts.AsNoTracking()
            .Where(fact => fact.ServiceUserId == serviceUserId && fact.Answer == ConsentAnswer.Given && fact.Kind != ConsentKind.Integrator)
            .Select(fact => new { fact.Kind, fact.Subject }).Distinct().ToListAsync(cancellationToken);
        return [.. systems.Select(Purpose.Integrator), .. agreed.Select(one => new Purpose(one.Kind, one.Subject))];
    }

    private async Task AddAsync(Guid serviceUserId, TombstoneReason reason, Purpose purpose, IReadOnlyList<Tab> tabs, CancellationToken cancellationToken)
    {
        if (!purpose.LeavesTheCircle)
        {
            return;
        }

        var now = time.GetUtcNow();
        var statement = new NpgsqlBatchCommand("SELECT participation.add_tombstone($1, $2, $3, $4, $5, $6, $7)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = serviceUserId },
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) },
                new NpgsqlParameter<string> { TypedValue = Words.Of(purpose.Kind) },
                new NpgsqlParameter<string> { TypedValue = purpose.Subject },
                new NpgsqlParameter<string> { TypedValue = Words.Of(reason) },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<string[]> { TypedValue = [.. tabs.Select(Words.Of)] },
            },
        };
        await session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }
}
