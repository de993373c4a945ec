using System.Globalization;
using System.Text.Json;
using Barometre.Domain.Shared;
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

    public const string MemberId = "memberID";
    public const string MergedIds = "mergedIDs";

    /// <summary>Asked, and there is no support of any kind.</summary>
    public const string NoSupport = "none";

    /// <summary>Of an alter by itself, with the type that GraphML names.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> OfAlter =
    [
        (Name, "string"), (Kind, "string"), (Circle, "string"), (InLife, "boolean"), (Since, "string"), (LeftAt, "string"), (Angle, "double"), (Radius, "double"), (MemberId, "string"),
        (MergedIds, "string"),
    ];

    /// <summary>Of the tie between the person and an alter, as one voice sees it.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> OfVoice =
        [(Closeness, "int"), (Quality, "int"), (Frequency, "string"), (Given, "string"), (Received, "string"), (Comment, "string"), (SaidAt, "string")];

    /// <summary>Of the tie between the person and an alter, voice by voice: the person's under the field's own name, another's under <c>practitionerCloseness</c> and so on.</summary>
    public static readonly IReadOnlyList<(Perspective Voice, string Field, string Name, string Type)> OfTie =
        [.. from voice in Enum.GetValues<Perspective>() from field in OfVoice select (voice, field.Name, In(voice, field.Name), field.Type)];

    /// <summary>What a field of a tie is called in one voice.</summary>
    public static string In(Perspective voice, string field) =>
        voice == Perspective.ServiceUser ? field : $"{JsonNamingPolicy.CamelCase.ConvertName(voice.ToString())}{char.ToUpperInvariant(field[0])}{field[1..]}";

    public static string? Write(ExchangedAlter alter, string field) => field switch
    {
        Name => alter.Name,
        Kind => Word(alter.Kind),
        Circle => Word(alter.Circle),
        InLife => alter.IsPresent ? "true" : "false",
        Since => Write(alter.Since),
        LeftAt => Write(alter.LeftAt),
        Angle => Write(alter.Angle),
        Radius => Write(alter.Radius),
        MemberId => alter.MemberId?.ToString(),
        _ => alter.Merged.Count == 0 ? null : string.Join(' ', alter.Merged),
    };

    public static string? Write(ExchangedVoice voice, string field) => field switch
    {
        Closeness => Write(voice.Closeness),
        Quality => Write(voice.Quality),
        Frequency => voice.Frequency is { } frequency ? Word(frequency) : null,
        Given => Write(voice.Given),
        Received => Write(voice.Received),
        Comment => voice.Comment,
        _ => Write(voice.SaidAt),
    };

    public static string? Write(short? points) => points?.ToString(CultureInfo.InvariantCulture);

    public static string? Write(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Write(Supports? supports) => supports is not { } kinds ? null : kinds.Count == 0 ? NoSupport : string.Join(' ', kinds.List().Select(Word));

    /// <summary>The word for a value, as everywhere on the wire.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string? Write(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
