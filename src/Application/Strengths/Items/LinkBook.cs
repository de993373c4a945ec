using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Domain.Shared;

namespace Barometre.Application.Strengths.Items;

/// <summary>What strengths point to in other parts of the record: whether they may, and what became of it.</summary>
public sealed class LinkBook(IQualityOfLifeReader themes, INetworkReader network, Caller caller)
{
    /// <summary>Whether the caller may point to a theme: it is one, and that part of the record is open to them.</summary>
    internal async Task<bool> MayPointToAsync(Guid serviceUserId, string theme, CancellationToken cancellationToken) =>
        caller.Grant!.Sees(Tab.QualityOfLife) && (await themes.ThemesAsync(serviceUserId, cancellationToken)).Any(one => one.Code == theme);

    /// <summary>What became of the themes pointed to.</summary>
    internal async Task<Func<string, LinkState>> ThemesAsync(Guid serviceUserId, IReadOnlyCollection<string> pointedTo, CancellationToken cancellationToken)
    {
        if (!caller.Grant!.Sees(Tab.QualityOfLife))
        {
            return _ => LinkState.Closed;
        }

        var known = pointedTo.Count == 0 ? [] : (await themes.ThemesAsync(serviceUserId, cancellationToken)).ToDictionary(theme => theme.Code, theme => theme.Shown);
        return theme => known.TryGetValue(theme, out var shown) ? shown ? LinkState.There : LinkState.Hidden : LinkState.Gone;
    }

    /// <summary>Whether the caller may point to somebody: they are on the person's map, and that part of the record is open to the caller.</summary>
    internal async Task<bool> MayPointToAsync(Guid serviceUserId, Guid alterId, CancellationToken cancellationToken) =>
        caller.Grant!.Sees(Tab.Network) && (await network.AltersAsync(serviceUserId, [alterId], cancellationToken)).Count > 0;

    /// <summary>What became of those pointed to on the map; one that turned out to be the same as another entry is there if that one is.</summary>
    internal async Task<Func<Guid, LinkState>> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> pointedTo, CancellationToken cancellationToken)
    {
        if (!caller.Grant!.Sees(Tab.Network))
        {
            return _ => LinkState.Closed;
        }

        var known = pointedTo.Count == 0 ? [] : (await network.AltersAsync(serviceUserId, pointedTo, cancellationToken)).ToDictionary(alter => alter.AlterId);
        var others = known.Values.Select(alter => alter.MergedInto).OfType<Guid>().Except(known.Keys).ToList();
        foreach (var other in others.Count == 0 ? [] : await network.AltersAsync(serviceUserId, others, cancellationToken))
        {
            known[other.AlterId] = other;
        }

        return alter => known.GetValueOrDefault(alter) is { } one && (known.GetValueOrDefault(one.MergedInto ?? alter) ?? one).Standing == AlterStanding.Present
            ? LinkState.There
            : LinkState.Gone;
    }
}
