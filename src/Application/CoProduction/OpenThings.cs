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
        var theme = thing.Kind == ThingKind.Rating ? (await life.RatingsAsync(serviceUserId, [thing.Id!.Value], cancellationToken))[0].Theme : thing.Theme;
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

    private async Task<bool> IsKeptAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken) =>
        theme is not null && (await KeptThemesAsync(serviceUserId, cancellationToken)).Contains(theme);
}
