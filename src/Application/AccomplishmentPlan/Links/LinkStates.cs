using Barometre.Application.Shared;

namespace Barometre.Application.AccomplishmentPlan.Links;

/// <summary>What became of the things that a plan is linked to, as one reader may know it.</summary>
/// <param name="Themes">Null when the part where they are is closed to the reader; what is not named is gone.</param>
/// <param name="Strengths">The same.</param>
/// <param name="Alters">The same; an entry that turned out to be another's is shown as that other.</param>
internal sealed record LinkStates(
    IReadOnlyDictionary<string, LinkState>? Themes, IReadOnlyDictionary<Guid, LinkState>? Strengths, IReadOnlyDictionary<Guid, ThingLink>? Alters)
{
    public ThemeLink Theme(string code) => new(code, Of(Themes, code));

    public ThingLink Strength(Guid id) => new(id, Of(Strengths, id));

    public ThingLink Alter(Guid id) => Alters is null ? new(id, LinkState.Closed) : Alters.GetValueOrDefault(id) ?? new(id, LinkState.Gone);

    private static LinkState Of<T>(IReadOnlyDictionary<T, LinkState>? known, T thing) => known?.GetValueOrDefault(thing, LinkState.Gone) ?? LinkState.Closed;
}
