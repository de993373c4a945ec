using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;

namespace Barometre.Application.Strengths.Items;

/// <summary>What strengths point to in other parts of the record: whether they may, and what became of it.</summary>
public sealed class LinkBook(IQualityOfLifeReader themes, Caller caller)
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

    /// <summary>What became of those pointed to on the map.</summary>
    internal Task<Func<Guid, LinkState>> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> pointedTo, CancellationToken cancellationToken) =>
        Task.FromResult<Func<Guid, LinkState>>(_ => caller.Grant!.Sees(Tab.Network) ? LinkState.Gone : LinkState.Closed);
}
