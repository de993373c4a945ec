using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;
using FluentValidation;

namespace Barometre.Application.CoProduction;

/// <summary>A thing of the record and what became of it, without its words.</summary>
/// <param name="Theme">The theme's code, for a theme and a star.</param>
/// <param name="Id">The thing's id, for the others.</param>
public sealed record ThingState(ThingKind Kind, string? Theme, Guid? Id, LinkState State);

/// <summary>The things of the other tabs, as the caller may know them: the one place that says whether they may, and what became of them.</summary>
public sealed class Things(IQualityOfLifeReader life, INetworkReader network, IStrengthsReader strengths, IPlanReader plan, Caller caller)
{
    /// <summary>Refuses a thing that is not the caller's to see, or that is not in the record; what no longer counts (a tie that ended) may still be talked of.</summary>
    /// <param name="serviceUserId">Whose record.</param>
    /// <param name="thing">Named as its kind is: see <see cref="ThingRules.MustBeClear{T}"/>.</param>
    /// <param name="path">The field of the request that names it: <c>Thing</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="Forbidden">Its tab is closed to the caller.</exception>
    /// <exception cref="ValidationException">It is not there.</exception>
    public async Task RequireAsync(Guid serviceUserId, Thing thing, string path, CancellationToken cancellationToken)
    {
        RequireTab(thing.Tab);
        var known = await KnownAsync(serviceUserId, [thing], cancellationToken);
        Faults.ThrowIfAny(known.GetValueOrDefault(thing, LinkState.Closed) == LinkState.Closed ? [Faults.At(path, CoProductionErrors.NothingThere)] : []);
    }

    /// <summary>Refuses a caller to whom a tab is closed.</summary>
    /// <exception cref="Forbidden">It is.</exception>
    public void RequireTab(Tab tab)
    {
        if (!caller.Grant!.Sees(tab))
        {
            throw new Forbidden(SharedErrors.TabClosed);
        }
    }

    /// <summary>What became of each thing; one that the caller may not see is closed, one that is not there any more is gone.</summary>
    public async Task<IReadOnlyDictionary<Thing, LinkState>> StatesAsync(Guid serviceUserId, IEnumerable<Thing> things, CancellationToken cancellationToken)
    {
        var asked = things.Distinct().ToList();
        var known = await KnownAsync(serviceUserId, [.. asked.Where(thing => caller.Grant!.Sees(thing.Tab))], cancellationToken);
        return asked.ToDictionary(thing => thing, thing => caller.Grant!.Sees(thing.Tab) ? known.GetValueOrDefault(thing, Missing(thing)) : LinkState.Closed);
    }

    /// <summary>Shows each thing with what became of it.</summary>
    public async Task<Func<Thing, ThingState>> ShownAsync(Guid serviceUserId, IEnumerable<Thing> things, CancellationToken cancellationToken)
    {
        var states = await StatesAsync(serviceUserId, things, cancellationToken);
        return thing => new ThingState(thing.Kind, thing.Theme, thing.Id, states[thing]);
    }

    // Only what is there; each module is asked once, and only if something of it was named.
    private async Task<Dictionary<Thing, LinkState>> KnownAsync(Guid serviceUserId, IReadOnlyCollection<Thing> things, CancellationToken cancellationToken)
    {
        var named = things.ToLookup(thing => thing.Kind);
        Dictionary<Thing, LinkState> known = [];
        IEnumerable<(Thing Thing, LinkState State)> found =
        [
            .. named[ThingKind.Theme].Any() ? await ThemesAsync(serviceUserId, cancellationToken) : [],
            .. named[ThingKind.Star].Any() ? await StarsAsync(serviceUserId, cancellationToken) : [],
            .. Ids(named[ThingKind.Rating]) is { Count: > 0 } ratings ? await RatingsAsync(serviceUserId, ratings, cancellationToken) : [],
            .. Ids(named[ThingKind.Tie]) is { Count: > 0 } ties ? await TiesAsync(serviceUserId, ties, cancellationToken) : [],
            .. Ids(named[ThingKind.Strength]) is { Count: > 0 } kept ? await StrengthsAsync(serviceUserId, kept, cancellationToken) : [],
            .. Ids(things.Where(thing => thing.Tab == Tab.Plan)) is { Count: > 0 } planned ? await PlannedAsync(serviceUserId, planned, cancellationToken) : [],
        ];
        foreach (var (thing, state) in found)
        {
            known[thing] = state;
        }

        return known;
    }

    private static List<Guid> Ids(IEnumerable<Thing> things) => [.. things.Select(thing => thing.Id).OfType<Guid>()];

    private async Task<IEnumerable<(Thing Thing, LinkState State)>> ThemesAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        (await life.ThemesAsync(serviceUserId, cancellationToken)).Select(theme => (new Thing(ThingKind.Theme, theme.Code, null), theme.Shown ? LinkState.There : LinkState.Hidden));

    private async Task<IEnumerable<(Thing Thing, LinkState State)>> StarsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        (await life.KnownStarsAsync(serviceUserId, cancellationToken)).Select(star => (new Thing(ThingKind.Star, star.Theme, null), There(star.Now)));

    private async Task<IEnumerable<(Thing Thing, LinkState State)>> RatingsAsync(Guid serviceUserId, List<Guid> ids, CancellationToken cancellationToken) =>
        (await life.RatingsAsync(serviceUserId, ids, cancellationToken)).Select(rating => (new Thing(ThingKind.Rating, null, rating.AnswerId), There(rating.Counts)));

    // One that turned out to be the same as another entry is there if that one is.
    private async Task<IEnumerable<(Thing Thing, LinkState State)>> TiesAsync(Guid serviceUserId, List<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await network.AltersAsync(serviceUserId, ids, cancellationToken);
        var others = found.Select(alter => alter.MergedInto).OfType<Guid>().Distinct().ToList();
        var present = (others.Count == 0 ? [] : await network.AltersAsync(serviceUserId, others, cancellationToken)).Concat(found)
            .Where(alter => alter.Standing == AlterStanding.Present).Select(alter => alter.AlterId).ToHashSet();
        return found.Select(alter => (new Thing(ThingKind.Tie, null, alter.AlterId), There(present.Contains(alter.MergedInto ?? alter.AlterId))));
    }

    private async Task<IEnumerable<(Thing Thing, LinkState State)>> StrengthsAsync(Guid serviceUserId, List<Guid> ids, CancellationToken cancellationToken) =>
        (await strengths.StrengthsAsync(serviceUserId, ids, cancellationToken)).Select(strength => (new Thing(ThingKind.Strength, null, strength.StrengthId), StateOf(strength)));

    private async Task<IEnumerable<(Thing Thing, LinkState State)>> PlannedAsync(Guid serviceUserId, List<Guid> ids, CancellationToken cancellationToken) =>
        (await plan.ThingsAsync(serviceUserId, ids, cancellationToken)).Select(one => (new Thing(KindOf(one.Kind), null, one.Id), There(one.Counts)));

    // A rating never goes: one that is not given out is hidden from the caller by blind mode.
    private static LinkState Missing(Thing thing) => thing.Kind == ThingKind.Rating ? LinkState.Closed : LinkState.Gone;

    private static LinkState There(bool counts) => counts ? LinkState.There : LinkState.Gone;

    private static ThingKind KindOf(PlanThingKind kind) => kind switch
    {
        PlanThingKind.Goal => ThingKind.Goal,
        PlanThingKind.Action => ThingKind.Action,
        _ => ThingKind.FollowUp,
    };

    // What waits for the person's yes, or had their no, is theirs and the proposer's to see, here as on the board of strengths.
    private LinkState StateOf(KnownStrength strength) => strength.Standing switch
    {
        StrengthStanding.Kept => LinkState.There,
        StrengthStanding.Retired => LinkState.Gone,
        _ when !caller.Grant!.IsSelf && strength.NamedBy != (caller.AccountId ?? caller.KeyId) => LinkState.Closed,
        StrengthStanding.Proposed => LinkState.There,
        _ => LinkState.Gone,
    };
}

/// <summary>What any request that names a thing must hold.</summary>
public static class ThingRules
{
    /// <summary>It is named as its kind is named.</summary>
    public static IRuleBuilderOptions<T, Thing?> MustBeClear<T>(this IRuleBuilder<T, Thing?> rule) =>
        rule.Must(thing => thing is null || thing.IsClear).Because(CoProductionErrors.UnclearThing);
}
