using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>The themes that matter most to the person now: at most three, in their order.</summary>
public sealed class StarBoard : Aggregate
{
    /// <summary>The most stars at a time.</summary>
    public const int Most = 3;

    private readonly List<Star> _stars = [];

    private StarBoard()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>The stars at hand; the current ones are those without an end.</summary>
    public IReadOnlyList<Star> Stars => _stars;

    /// <summary>A board without a star.</summary>
    public static StarBoard For(Guid serviceUserId) => new() { ServiceUserId = serviceUserId };

    /// <summary>Makes exactly <paramref name="themes"/> the stars, most important first. What was there before stays as history.</summary>
    /// <remarks>A theme that only changes place keeps since when it is a star. Needs the current stars at hand.</remarks>
    public void Choose(IReadOnlyList<string> themes, Choice choice)
    {
        if (themes.Count > Most)
        {
            throw new RuleViolation(QualityOfLifeErrors.TooManyStars);
        }

        if (themes.Distinct(StringComparer.Ordinal).Count() < themes.Count)
        {
            throw new RuleViolation(QualityOfLifeErrors.StarTwice);
        }

        var before = _stars.Where(star => star.Until is null).ToDictionary(star => star.Theme, StringComparer.Ordinal);
        var now = FactTime.Microseconds(choice.Now);
        var changed = false;
        foreach (var star in before.Values.Where(star => themes.ElementAtOrDefault(star.Position - 1) != star.Theme))
        {
            star.End(now);
            changed = true;
        }

        for (var i = 0; i < themes.Count; i++)
        {
            if (before.TryGetValue(themes[i], out var star) && star.Until is null)
            {
                continue;
            }

            _stars.Add(Star.Place(this, themes[i], (short)(i + 1), star?.Since ?? now, choice with { Now = now }));
            changed = true;
        }

        if (changed)
        {
            Raise(new StarsChanged(ServiceUserId));
            Touch();
        }
    }
}

/// <summary>How stars were chosen: by whom, with whom, when.</summary>
/// <param name="ChosenBy">The account.</param>
/// <param name="PresentMemberId">The member of the circle who was there; null when nobody was, or nobody was named.</param>
public sealed record Choice(Setting Setting, Guid ChosenBy, Guid? PresentMemberId, DateTimeOffset Now);

/// <summary>A theme at a place on the board, for a time.</summary>
public sealed class Star
{
    private Star()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public string Theme { get; private init; } = "";

    /// <summary>1 = matters most, to 3.</summary>
    public short Position { get; private init; }

    /// <summary>Since when the theme is a star, at whatever place.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Since when it is at this place.</summary>
    public DateTimeOffset PlacedAt { get; private init; }

    /// <summary>Null while it is there.</summary>
    public DateTimeOffset? Until { get; private set; }

    public Setting Setting { get; private init; }

    /// <summary>The account that placed it.</summary>
    public Guid ChosenBy { get; private init; }

    /// <summary>The member of the circle who was there.</summary>
    public Guid? PresentMemberId { get; private init; }

    internal static Star Place(StarBoard board, string theme, short position, DateTimeOffset since, Choice choice) => new()
    {
        ServiceUserId = board.ServiceUserId,
        Id = Guid.CreateVersion7(choice.Now),
        Theme = theme,
        Position = position,
        Since = since,
        PlacedAt = choice.Now,
        Setting = choice.Setting,
        ChosenBy = choice.ChosenBy,
        PresentMemberId = choice.PresentMemberId,
    };

    internal void End(DateTimeOffset now) => Until = now;
}
