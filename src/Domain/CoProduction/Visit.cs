using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction;

/// <summary>Up to when somebody has seen a record: what is newer is news to them.</summary>
public sealed class Visit
{
    private Visit()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>Who looked: the person themself, or a member of their circle.</summary>
    public Guid AccountId { get; private init; }

    public DateTimeOffset SeenUntil { get; private set; }

    /// <summary>Nothing seen yet.</summary>
    public static Visit First(Guid serviceUserId, Guid accountId) => new() { ServiceUserId = serviceUserId, AccountId = accountId, SeenUntil = FactTime.Earliest };

    /// <summary>Everything up to <paramref name="until"/> was seen; never less than before, never what has not happened yet.</summary>
    public void Saw(DateTimeOffset until, DateTimeOffset now)
    {
        var seen = FactTime.Microseconds(until < now ? until : now);
        SeenUntil = seen > SeenUntil ? seen : SeenUntil;
    }
}
