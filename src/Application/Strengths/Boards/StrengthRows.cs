using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Strengths.Boards;

/// <summary>A strength beside the fact that tells what it says.</summary>
public sealed class StrengthNow
{
    public required Strength Strength { get; init; }

    public required StrengthFact Content { get; init; }
}

public static class StrengthRows
{
    /// <summary>Every strength of a person, each with what it says now.</summary>
    public static IQueryable<StrengthNow> Of(IStrengthsDb db, Guid serviceUserId) =>
        db.Strengths.AsNoTracking().Where(strength => strength.ServiceUserId == serviceUserId).Join(
            db.Facts.AsNoTracking(),
            strength => new { strength.ServiceUserId, Id = strength.ContentId },
            fact => new { fact.ServiceUserId, fact.Id },
            (strength, fact) => new StrengthNow { Strength = strength, Content = fact });
}

/// <summary>The strengths that a reader may see: the person all of them; others what is or was the person's, and what they proposed themselves.</summary>
internal sealed class VisibleStrengths : Specification<StrengthNow>
{
    public VisibleStrengths(Caller caller)
    {
        var (everything, account) = (caller.Grant!.IsSelf, caller.AccountId ?? caller.KeyId);
        Query.Where(one => everything || one.Strength.Standing == StrengthStanding.Kept || one.Strength.Standing == StrengthStanding.Retired || one.Strength.NamedBy == account);
    }
}

/// <summary>The person's own order: as they arranged it, then what they did not arrange, oldest first.</summary>
public sealed class Ordering
{
    private readonly Dictionary<Guid, int> _places;

    private Ordering(IReadOnlyList<Guid> order, IReadOnlyList<Guid> pins) =>
        (_places, Pins) = (order.Index().ToDictionary(place => place.Item, place => place.Index), pins.ToHashSet());

    public IReadOnlySet<Guid> Pins { get; }

    public static Ordering Of(Arrangement? arrangement) => arrangement?.Facts.FirstOrDefault(fact => fact.Until is null) is { } now
        ? new Ordering(now.Ordered, now.Pinned)
        : new Ordering([], []);

    public IEnumerable<StrengthNow> Sort(IEnumerable<StrengthNow> strengths) => strengths
        .OrderBy(one => _places.GetValueOrDefault(one.Strength.Id, int.MaxValue)).ThenBy(one => one.Strength.NamedAt).ThenBy(one => one.Strength.Id);
}
