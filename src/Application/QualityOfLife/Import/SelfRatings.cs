using System.Text.Json;

namespace Barometre.Application.QualityOfLife.Import;

/// <summary>How the columns of a file of repeated self-ratings are read as themes.</summary>
/// <param name="Instrument">The instrument and its version, <c>name@version</c>.</param>
/// <param name="Timestamp">When each line was answered.</param>
/// <param name="Columns">One theme each.</param>
public sealed record SelfRatingsMapping(string Instrument, SelfRatingsTimestamp Timestamp, IReadOnlyList<SelfRatingsColumn> Columns)
{
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static SelfRatingsMapping Parse(string json)
    {
        var mapping = JsonSerializer.Deserialize<SelfRatingsMapping>(json, JsonSerializerOptions.Web);
        if (mapping?.Columns?.Any(column => column is not { Column: not null, Theme: not null } || column.Low >= column.High) == true)
        {
            throw new JsonException("Every column of a mapping names its theme, and a scale whose low end is below its high end.");
        }

        return mapping is { Columns.Count: > 0, Instrument: not null, Timestamp: { Date: not null, Time: not null, Timezone: not null } }
            ? mapping
            : throw new JsonException("A mapping names an instrument, a timestamp (date, time, timezone) and at least one column.");
    }
}

/// <summary>Where a line's moment stands.</summary>
/// <param name="Date">A column and its format, <c>date (dd/mm/yy)</c>.</param>
/// <param name="Time">Columns in order of preference, <c>answered, else asked</c>.</param>
/// <param name="Timezone">The IANA zone that the local times are of.</param>
public sealed record SelfRatingsTimestamp(string Date, string Time, string Timezone);

/// <summary>One column: <c>(x − low) / (high − low) × 100</c>, turned round when reversed, rounded half away from zero.</summary>
public sealed record SelfRatingsColumn(string Column, decimal Low, decimal High, bool Reversed, string Theme)
{
    /// <summary>The value on our scale, 0–100; null when it lies outside the column's own.</summary>
    public int? Rating(decimal value)
    {
        if (value < Low || value > High)
        {
            return null;
        }

        var share = (value - Low) / (High - Low) * 100;
        return (int)Math.Round(Reversed ? 100 - share : share, MidpointRounding.AwayFromZero);
    }
}

/// <summary>One line of the file, read: either the ratings it holds or what is wrong with it.</summary>
/// <param name="Number">The line's number in the file, from 1 (the header).</param>
public sealed record SelfRatingsLine(int Number, DateTimeOffset At, IReadOnlyList<ThemeRating> Ratings, string? Fault);

/// <summary>A rating (0–100) of a theme.</summary>
public sealed record ThemeRating(string Theme, int Value);
