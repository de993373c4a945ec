using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation.Results;

namespace Barometre.Application.AccomplishmentPlan.Links;

/// <summary>A link from the plan to a theme, without its words.</summary>
/// <param name="Code">The theme's code.</param>
public sealed record ThemeLink(string Code, LinkState State);

/// <summary>A link from the plan to a thing in another part of the record, without its words.</summary>
/// <param name="Id">The strength's or the person's on the map.</param>
public sealed record ThingLink(Guid Id, LinkState State);

/// <summary>Checks links when they are written, and says what became of them when they are read.</summary>
public sealed class PlanLinks(IQualityOfLifeReader quality, IStrengthsReader strengths, INetworkReader network, Caller caller)
{
    /// <summary>A link to be written leads to something that the writer can see; one that was there already may stay.</summary>
    /// <param name="before">What the goal was linked to before; null for a new one.</param>
    public async Task RequireAsync(Guid serviceUserId, GoalText goal, GoalWording? before, CancellationToken cancellationToken)
    {
        List<ValidationFailure> faults = [];
        if (Added(goal.Themes, before?.Themes) is { Count: > 0 } themes)
        {
            faults.AddRange(Missing("Goal.Themes", themes, await ThemesAsync(serviceUserId, cancellationToken)));
        }

        if (Added(goal.Strengths ?? [], before?.Strengths) is { Count: > 0 } used)
        {
            faults.AddRange(Missing("Goal.Strengths", used, await StrengthsAsync(serviceUserId, [.. used.Select(link => link.Thing)], cancellationToken)));
        }

        if (Added(goal.Alters ?? [], before?.Alters) is { Count: > 0 } alters)
        {
            var known = await AltersAsync(serviceUserId, [.. alters.Select(link => link.Thing)], cancellationToken);
            faults.AddRange(Missing("Goal.Alters", alters, known?.ToDictionary(alter => alter.Key, alter => alter.Value.State)));
        }

        Faults.ThrowIfAny(faults);
    }

    /// <summary>The strength that an action uses is one that the writer can see; the one that was there already may stay.</summary>
    public async Task RequireAsync(Guid serviceUserId, ActionText action, ActionWording? before, CancellationToken cancellationToken)
    {
        if (action.StrengthId is { } strength && before?.StrengthId != strength
            && (await StrengthsAsync(serviceUserId, [strength], cancellationToken))?.GetValueOrDefault(strength, LinkState.Gone) != LinkState.There)
        {
            Faults.ThrowIfAny([Faults.At("Action.StrengthId", PlanErrors.LinkToNothing)]);
        }
    }

    /// <summary>What became of everything that the plan is or was linked to.</summary>
    internal async Task<LinkStates> ResolveAsync(Guid serviceUserId, PlanHistory history, CancellationToken cancellationToken)
    {
        var wordings = history.GoalWordings.SelectMany(wording => wording).ToList();
        var used = wordings.SelectMany(wording => wording.Strengths).Concat(history.ActionWordings.SelectMany(wording => wording).Select(wording => wording.StrengthId).OfType<Guid>()).ToHashSet();
        return new LinkStates(
            wordings.TrueForAll(wording => wording.Themes.Length == 0) ? None<string>(Tab.QualityOfLife) : await ThemesAsync(serviceUserId, cancellationToken),
            used.Count == 0 ? None<Guid>(Tab.Strengths) : await StrengthsAsync(serviceUserId, used, cancellationToken),
            await AltersAsync(serviceUserId, wordings.SelectMany(wording => wording.Alters).ToHashSet(), cancellationToken));
    }

    private static List<(T Thing, int Place)> Added<T>(IReadOnlyList<T> things, IReadOnlyCollection<T>? before) =>
        [.. things.Select((thing, place) => (thing, place)).Where(link => before?.Contains(link.thing) != true)];

    private static IEnumerable<ValidationFailure> Missing<T>(string path, List<(T Thing, int Place)> added, IReadOnlyDictionary<T, LinkState>? known)
        where T : notnull =>
        added.Where(link => known?.GetValueOrDefault(link.Thing, LinkState.Gone) != LinkState.There).Select(link => Faults.At($"{path}[{link.Place}]", PlanErrors.LinkToNothing));

    private Dictionary<T, LinkState>? None<T>(Tab tab)
        where T : notnull => caller.Grant!.Sees(tab) ? [] : null;

    private async Task<IReadOnlyDictionary<string, LinkState>?> ThemesAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        caller.Grant!.Sees(Tab.QualityOfLife)
            ? (await quality.ThemesAsync(serviceUserId, cancellationToken)).ToDictionary(theme => theme.Code, theme => theme.Shown ? LinkState.There : LinkState.Hidden, StringComparer.Ordinal)
            : null;

    private async Task<IReadOnlyDictionary<Guid, LinkState>?> StrengthsAsync(Guid serviceUserId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        caller.Grant!.Sees(Tab.Strengths)
            ? (await strengths.StrengthsAsync(serviceUserId, ids, cancellationToken))
                .ToDictionary(strength => strength.StrengthId, strength => strength.Standing == StrengthStanding.Kept ? LinkState.There : LinkState.Gone)
            : null;

    private async Task<IReadOnlyDictionary<Guid, ThingLink>?> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (!caller.Grant!.Sees(Tab.Network))
        {
            return null;
        }

        Dictionary<Guid, KnownAlter> known = [];
        for (IReadOnlyCollection<Guid> asked = ids; asked.Count > 0; asked = [.. known.Values.Select(alter => alter.MergedInto).OfType<Guid>().Where(into => !known.ContainsKey(into)).Distinct()])
        {
            var found = (await network.AltersAsync(serviceUserId, asked, cancellationToken)).ToDictionary(alter => alter.AlterId);
            foreach (var id in asked)
            {
                // One that was never on the map is as gone as one that left.
                known[id] = found.GetValueOrDefault(id) ?? new KnownAlter(id, AlterStanding.Left, null);
            }
        }

        return ids.ToDictionary(id => id, id =>
        {
            var alter = known[id];
            for (var hops = known.Count; alter.MergedInto is { } into && hops > 0; hops--)
            {
                alter = known[into];
            }

            return new ThingLink(alter.AlterId, alter.Standing == AlterStanding.Present ? LinkState.There : LinkState.Gone);
        });
    }
}
