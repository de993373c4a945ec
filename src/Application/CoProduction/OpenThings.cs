using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction;

/// <summary>On which things the caller may read and say words: those they may see, but for the themes on which the person keeps words to themself.</summary>
public sealed class OpenThings(Things things, IQualityOfLifeReader life, Caller caller)
{
    /// <summary>The kinds of thing whose tab is open to the caller.</summary>
    public IReadOnlyList<ThingKind> Kinds => [.. Enum.GetValues<ThingKind>().Where(kind => caller.Grant!.Sees(new Thing(kind, null, null).Tab))];

    /// <summary>Refuses words on a thing that the caller may not see, that is not there, or on which the person keeps words to themself; returns the theme it comes down to.</summary>
    public async Task<string?> RequireAsync(Guid serviceUserId, Thing thing, string path, CancellationToken cancellationToken)
    {
        await things.RequireAsync(serviceUserId, thing, path, cancellationToken);
        return await RequireNotKeptAsync(serviceUserId, thing, cancellationToken);
    }

    /// <summary>Refuses words on a thing of a theme on which the person keeps words to themself; returns the theme it comes down to.</summary>
    /// <exception cref="Forbidden">They do.</exception>
    public async Task<string?> RequireNotKeptAsync(Guid serviceUserId, Thing thing, CancellationToken cancellationToken)
    {
        var theme = thing.Kind == ThingKind.Rating ? (await ThemesOfAsync(serviceUserId, [thing], cancellationToken)).GetValueOrDefault(thing.Id!.Value) : thing.Theme;
        return await IsKeptAsync(serviceUserId, theme, cancellationToken) ? throw new Forbidden(CoProductionErrors.KeptToThemself) : theme;
    }

    /// <summary>Refuses words that were said before on a thing that the caller may not see now, or on which the person now keeps words to themself; returns what became of it.</summary>
    public async Task<ThingState> RequireStillAsync(Guid serviceUserId, Thing thing, string? aboutTheme, CancellationToken cancellationToken)
    {
        things.RequireTab(thing.Tab);
        if (await IsKeptAsync(serviceUserId, aboutTheme, cancellationToken))
        {
            throw new Forbidden(CoProductionErrors.KeptToThemself);
        }

        var shown = (await things.ShownAsync(serviceUserId, [thing], cancellationToken))(thing);
        return shown.State == LinkState.Closed ? throw new NotFound() : shown;
    }

    /// <summary>The themes on which words are not the caller's to read: none for the person.</summary>
    public async Task<IReadOnlyList<string>> KeptThemesAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        caller.Grant!.IsSelf || !caller.Grant.Sees(Tab.QualityOfLife) ? [] : await life.ThemesKeptToThemselfAsync(serviceUserId, cancellationToken);

    /// <summary>What became of each thing, for whoever would read words on it: one of a theme on which the person keeps words to themself is closed too.</summary>
    public async Task<IReadOnlyDictionary<Thing, LinkState>> StatesAsync(Guid serviceUserId, IEnumerable<Thing> named, CancellationToken cancellationToken)
    {
        var states = await things.StatesAsync(serviceUserId, named, cancellationToken);
        var lived = states.Keys.Where(thing => thing.Tab == Tab.QualityOfLife).ToList();
        var kept = lived.Count == 0 ? [] : await KeptThemesAsync(serviceUserId, cancellationToken);
        if (kept.Count == 0)
        {
            return states;
        }

        var themes = await ThemesOfAsync(serviceUserId, [.. lived.Where(thing => thing.Kind == ThingKind.Rating)], cancellationToken);
        var closed = lived.Where(thing => kept.Contains(thing.Theme ?? themes.GetValueOrDefault(thing.Id!.Value))).ToHashSet();
        return states.ToDictionary(one => one.Key, one => closed.Contains(one.Key) ? LinkState.Closed : one.Value);
    }

    private async Task<Dictionary<Guid, string>> ThemesOfAsync(Guid serviceUserId, IReadOnlyCollection<Thing> ratings, CancellationToken cancellationToken) =>
        ratings.Count == 0 ? [] : (await life.RatingsAsync(serviceUserId, [.. ratings.Select(thing => thing.Id!.Value)], cancellationToken))
            .ToDictionary(rating => rating.AnswerId, rating => rating.Theme);

    private async Task<bool> IsKeptAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken) =>
        theme is not null && (await KeptThemesAsync(serviceUserId, cancellationToken)).Contains(theme);
}
