using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>Everything of one person that indicators are computed from: the answers that count, by theme and perspective.</summary>
public sealed class PersonFacts(Guid serviceUserId)
{
    private readonly List<ThemeFacts> _themes = [];

    /// <param name="serviceUserId">Whose.</param>
    /// <param name="themes">Already gathered; the perspectives of a theme stand together.</param>
    public PersonFacts(Guid serviceUserId, IEnumerable<ThemeFacts> themes)
        : this(serviceUserId) => _themes.AddRange(themes);

    public Guid ServiceUserId { get; } = serviceUserId;

    public IReadOnlyList<ThemeFacts> Themes => _themes;

    /// <summary>The facts of a theme in a perspective, to add to.</summary>
    public ThemeFacts Of(string theme, Perspective perspective)
    {
        // Answers come theme by theme: what is looked for is among the last.
        for (var i = _themes.Count - 1; i >= 0 && _themes[i].Theme == theme; i--)
        {
            if (_themes[i].Perspective == perspective)
            {
                return _themes[i];
            }
        }

        var facts = new ThemeFacts(theme, perspective);
        _themes.Add(facts);
        return facts;
    }
}

/// <summary>What was answered on one theme in one perspective.</summary>
public sealed class ThemeFacts(string theme, Perspective perspective)
{
    private readonly List<RatingPoint> _ratings = [];
    private (DateTimeOffset At, long Sequence) _latest;

    public string Theme { get; } = theme;

    public Perspective Perspective { get; } = perspective;

    /// <summary>Stands for the very set of ratings: another rating, or one less, is another number; their order is not part of it.</summary>
    public long Inputs { get; private set; }

    /// <summary>The latest answer of any kind.</summary>
    public AnswerKind Latest { get; private set; }

    /// <summary>What the latest answer rates, in points (0 to 100), when it is a rating.</summary>
    public int LatestRating { get; private set; }

    /// <summary>How many ratings were added.</summary>
    public int Count => _ratings.Count;

    /// <summary>An answer that counts: of an assessment that was not given up, not corrected and not taken back since.</summary>
    /// <param name="rating">Points, with <see cref="AnswerKind.Rating"/>.</param>
    /// <param name="sequence">The order of arrival.</param>
    public void Add(AnswerKind kind, int rating, DateTimeOffset at, long sequence)
    {
        if ((at, sequence).CompareTo(_latest) >= 0)
        {
            (Latest, LatestRating, _latest) = (kind, rating, (at, sequence));
        }

        if (kind == AnswerKind.Rating)
        {
            _ratings.Add(new RatingPoint(at, rating, sequence));
            Inputs = unchecked(Inputs + Scattered(sequence));
        }
    }

    /// <summary>The ratings in order of time.</summary>
    public RatingSeries Series() => RatingSeries.From(_ratings);

    // SplitMix64's finaliser: sums of neighbouring numbers must not coincide.
    private static long Scattered(long sequence)
    {
        var mixed = unchecked((ulong)sequence * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return unchecked((long)(mixed ^ (mixed >> 31)));
    }
}
