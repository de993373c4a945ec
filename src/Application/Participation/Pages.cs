using Barometre.Application.Shared;

namespace Barometre.Application.Participation;

/// <summary>Cuts a page from what was found, one more than the page being a sign that there is a next.</summary>
internal static class Pages
{
    public static Page<T> Of<T>(List<T> found, int limit, Func<T, string> cursor) =>
        found.Count <= limit ? new Page<T>(found, null) : new Page<T>(found[..limit], cursor(found[limit - 1]));
}
