using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Readings;

/// <summary>The readings on which every picture rests, each one statement written by hand: they are the hottest of the module.</summary>
/// <remarks>Only what counts, current answers of assessments that were not abandoned; and of these, while blind mode is on, what whoever it is read for may see.</remarks>
public interface IRatingReadings
{
    /// <summary>The ratings of a period (from included, until excluded), by theme and perspective, in the order in which they were given.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="theme">Only this theme; all when null.</param>
    /// <param name="from">No beginning when null.</param>
    /// <param name="until">No end when null.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ThemeSeries>> SeriesAsync(
        Guid serviceUserId, string? theme, DateTimeOffset? from, DateTimeOffset? until, RatingReader reader, CancellationToken cancellationToken);

    /// <summary>The latest answer that was not taken back, per theme and perspective.</summary>
    Task<IReadOnlyList<LatestAnswer>> LatestAsync(Guid serviceUserId, RatingReader reader, CancellationToken cancellationToken);
}

/// <summary>The ratings of a theme in one perspective, as columns: the first of <c>at</c> goes with the first of <c>rating</c>.</summary>
/// <param name="At">When each was given, rising.</param>
/// <param name="Rating">Points, 0–100.</param>
public sealed record ThemeSeries(string Theme, Perspective Perspective, IReadOnlyList<DateTimeOffset> At, IReadOnlyList<short> Rating)
{
    /// <summary>At most <paramref name="most"/> points, with first, last, highest and lowest among them.</summary>
    public ThemeSeries Thinned(int most)
    {
        if (Rating.Count <= most)
        {
            return this;
        }

        var kept = Thinning.Keep(Rating, most);
        return this with { At = [.. kept.Select(i => At[i])], Rating = [.. kept.Select(i => Rating[i])] };
    }
}

/// <summary>What was last said about a theme in one perspective.</summary>
public sealed record LatestAnswer(string Theme, Perspective Perspective, AnswerKind Kind, short? Rating, DateTimeOffset At, Guid AssessmentId, Setting Setting);
