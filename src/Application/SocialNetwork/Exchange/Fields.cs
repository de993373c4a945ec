using System.Globalization;
using System.Text.Json;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>What the attributes of an alter are called in files, and how their values are written: the same in every format.</summary>
internal static class Fields
{
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Circle = "circle";
    public const string InLife = "inLife";
    public const string Since = "since";
    public const string LeftAt = "leftAt";
    public const string Angle = "angle";
    public const string Radius = "radius";
    public const string Closeness = "closeness";
    public const string Quality = "quality";
    public const string Frequency = "frequency";
    public const string Given = "given";
    public const string Received = "received";
    public const string Comment = "comment";
    public const string SaidAt = "saidAt";
    public const string Strength = "strength";

    private const string NoSupport = "none";

    /// <summary>Of an alter by itself, with the type that GraphML names.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> OfAlter =
        [(Name, "string"), (Kind, "string"), (Circle, "string"), (InLife, "boolean"), (Since, "string"), (LeftAt, "string"), (Angle, "double"), (Radius, "double")];

    /// <summary>Of the tie between the person and an alter.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> OfTie =
        [(Closeness, "int"), (Quality, "int"), (Frequency, "string"), (Given, "string"), (Received, "string"), (Comment, "string"), (SaidAt, "string")];

    public static string? Write(ExchangedAlter alter, string field) => field switch
    {
        Name => alter.Name,
        Kind => Word(alter.Kind),
        Circle => Word(alter.Circle),
        InLife => alter.IsPresent ? "true" : "false",
        Since => Write(alter.Since),
        LeftAt => Write(alter.LeftAt),
        Angle => alter.Angle?.ToString("R", CultureInfo.InvariantCulture),
        Radius => alter.Radius?.ToString("R", CultureInfo.InvariantCulture),
        Closeness => alter.Closeness?.ToString(CultureInfo.InvariantCulture),
        Quality => alter.Quality?.ToString(CultureInfo.InvariantCulture),
        Frequency => alter.Frequency is { } frequency ? Word(frequency) : null,
        Given => Write(alter.Given),
        Received => Write(alter.Received),
        Comment => alter.Comment,
        _ => Write(alter.SaidAt),
    };

    public static string? Write(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Null, and <paramref name="wrong"/> false, when there is nothing.</summary>
    public static short? Points(string? text, int lowest, out bool wrong)
    {
        wrong = text is not null && !(short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= 100);
        return text is null || wrong ? null : short.Parse(text, CultureInfo.InvariantCulture);
    }

    public static double? Number(string? text, Func<double, bool> allowed, out bool wrong)
    {
        var value = 0.0;
        wrong = text is not null && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && allowed(value));
        return text is null || wrong ? null : value;
    }

    public static DateTimeOffset? Time(string? text, out bool wrong)
    {
        DateTimeOffset value = default;
        wrong = text is not null
            && !(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value) && value >= Domain.Shared.FactTime.Earliest);
        return text is null || wrong ? null : Domain.Shared.FactTime.Microseconds(value);
    }

    public static bool? Truth(string? text, out bool wrong)
    {
        wrong = text is not (null or "true" or "false" or "TRUE" or "FALSE");
        return text is null || wrong ? null : text is "true" or "TRUE";
    }

    public static T? OneOf<T>(string? text, out bool wrong)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == text)
            {
                wrong = false;
                return value;
            }
        }

        wrong = text is not null;
        return null;
    }

    public static Supports? Support(string? text, out bool wrong)
    {
        wrong = false;
        if (text is null or NoSupport)
        {
            return text is null ? null : Supports.None;
        }

        List<SupportKind> kinds = [];
        foreach (var word in text.Split(' '))
        {
            if (OneOf<SupportKind>(word, out wrong) is { } kind)
            {
                kinds.Add(kind);
            }

            if (wrong)
            {
                return null;
            }
        }

        return Supports.Of(kinds);
    }

    private static string? Write(Supports? supports) => supports is not { } kinds ? null : kinds.Count == 0 ? NoSupport : string.Join(' ', kinds.List().Select(Word));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
