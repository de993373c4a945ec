using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Contracts;

/// <summary>What other modules may know of a person's quality of life; the person's rows must be open to the request, or nothing is found.</summary>
public interface IQualityOfLifeReader
{
    /// <summary>The latest rating of each theme in each perspective; a theme last answered otherwise than by a rating is absent.</summary>
    Task<IReadOnlyList<LatestRating>> LatestRatingsAsync(Guid serviceUserId, RatingsFor whom, CancellationToken cancellationToken);

    /// <summary>The whole tab at a glance, in one statement.</summary>
    Task<QualityOfLifeOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The ratings of each theme in one perspective, in the order of time; of a long series, what its picture needs.</summary>
    Task<IReadOnlyList<RatedSeries>> SeriesAsync(Guid serviceUserId, Perspective perspective, RatingsFor whom, CancellationToken cancellationToken);

    /// <summary>The person's and the practitioner's voices side by side, on each theme that both rated; as the caller may see them.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="theme">Only this theme; all when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<TwoVoices>> TwoVoicesAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken);

    /// <summary>The person's stars now, most important first.</summary>
    Task<IReadOnlyList<ChosenStar>> StarsAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The themes that the person may speak of: the instrument's, and those of the projects they are in, hidden ones too.</summary>
    Task<IReadOnlyList<KnownTheme>> ThemesAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Which of these ratings there are and whether they count, as the caller may know them; one that blind mode hides from them, and an answer that was no rating, is absent.</summary>
    Task<IReadOnlyList<KnownRating>> RatingsAsync(Guid serviceUserId, IReadOnlyCollection<Guid> answerIds, CancellationToken cancellationToken);

    /// <summary>Every theme that is a star of the person's, or was one.</summary>
    Task<IReadOnlyList<KnownStar>> KnownStarsAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The themes on which the person keeps words to themself.</summary>
    Task<IReadOnlyList<string>> ThemesKeptToThemselfAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>A rating that a link may point to, without its value.</summary>
/// <param name="Theme">The code of the theme that was rated.</param>
/// <param name="Perspective">Whose view it tells.</param>
/// <param name="Counts">False when the same assessment says something else of the theme since.</param>
public sealed record KnownRating(Guid AnswerId, string Theme, Perspective Perspective, bool Counts);

/// <summary>A theme that mattered most to the person at some time.</summary>
/// <param name="Now">False when it was a star and is none now.</param>
public sealed record KnownStar(string Theme, bool Now);

/// <summary>For whom ratings are read: while the person has blind mode on, one voice's are hidden from the other until that one has rated the theme too.</summary>
public enum RatingsFor
{
    /// <summary>Whoever asks.</summary>
    Caller,

    /// <summary>The person, whoever asks.</summary>
    Person,

    /// <summary>Nobody in particular: only what is open to every voice.</summary>
    Anybody,
}

/// <summary>Two voices on one theme, side by side and never averaged.</summary>
/// <param name="Sdc">A smaller distance may be chance, in points.</param>
/// <param name="Stands">How they stood each time either spoke since both have, earliest first; the last is now.</param>
/// <param name="Inflexions">Each time the gap narrowed by at least <paramref name="Sdc"/>, and who moved; earliest first.</param>
public sealed record TwoVoices(string Theme, double Sdc, IReadOnlyList<VoicesAt> Stands, IReadOnlyList<NarrowedGap> Inflexions);

/// <summary>The latest rating of each voice at one instant, in points (0–100), and when each was given.</summary>
/// <param name="Comparable">False when the two lie more than 30 days apart: they speak of different times.</param>
public sealed record VoicesAt(int Person, DateTimeOffset PersonAt, int Practitioner, DateTimeOffset PractitionerAt, bool Comparable);

/// <summary>A gap that narrowed: ratings in points (0–100), and each side's share in it, from 0 to 1.</summary>
/// <param name="From">When it was widest.</param>
/// <param name="To">When it was narrowest.</param>
/// <param name="NarrowedBy">Points, above 0.</param>
public sealed record NarrowedGap(
    DateTimeOffset From, DateTimeOffset To, int PersonFrom, int PersonTo, int PractitionerFrom, int PractitionerTo, int NarrowedBy, double PersonShare, double PractitionerShare);

/// <summary>The ratings of a theme, as columns: the first of <c>at</c> goes with the first of <c>rating</c>.</summary>
/// <param name="At">When each was given, rising.</param>
/// <param name="Rating">Points, 0–100.</param>
public sealed record RatedSeries(string Theme, IReadOnlyList<DateTimeOffset> At, IReadOnlyList<short> Rating);

/// <summary>A theme that a link may point to.</summary>
/// <param name="Code">Stable over versions.</param>
/// <param name="French">Its name.</param>
/// <param name="English">Its name.</param>
/// <param name="Shown">False when no project that the person is in asks about it any more; its answers remain.</param>
public sealed record KnownTheme(string Code, string French, string English, bool Shown);

/// <summary>The quality of life at a glance: each voice beside the others.</summary>
/// <param name="Voices">What each perspective last said of each theme, in the order of the themes' codes.</param>
/// <param name="Stars">Most important first.</param>
/// <param name="KeptThemes">The themes on which the person keeps words to themself; nobody else is shown which.</param>
public sealed record QualityOfLifeOverview(IReadOnlyList<OverviewVoice> Voices, IReadOnlyList<ChosenStar> Stars, IReadOnlyList<string> KeptThemes);

/// <summary>What one perspective last said of a theme, and whether it changed.</summary>
/// <param name="Answer"><c>rating</c>, <c>not_concerned</c> or <c>rather_not_say</c>.</param>
/// <param name="Rating">Points, 0–100, when it is a rating.</param>
/// <param name="At">When it was given, by the device's clock.</param>
/// <param name="ChangedAt">When the server received it.</param>
/// <param name="Verdict"><c>too_early</c>, <c>rising</c>, <c>falling</c> or <c>steady</c>; null until it was computed.</param>
public sealed record OverviewVoice(string Theme, Perspective Perspective, string Answer, int? Rating, DateTimeOffset At, DateTimeOffset ChangedAt, string? Verdict);

/// <summary>A theme's latest rating in one perspective.</summary>
/// <param name="Rating">Points: 0 = worst, 100 = best, as that perspective sees it.</param>
/// <param name="At">When it was given.</param>
public sealed record LatestRating(string Theme, Perspective Perspective, int Rating, DateTimeOffset At);

/// <summary>A theme that matters most to the person now.</summary>
/// <param name="Position">1 = matters most, to 3.</param>
/// <param name="Since">Since when it is a star.</param>
public sealed record ChosenStar(string Theme, int Position, DateTimeOffset Since);
