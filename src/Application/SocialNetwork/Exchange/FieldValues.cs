using System.Globalization;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Reads the values of fields, as <see cref="Fields"/> writes them: null where nothing is said, and <c>wrong</c> where what is said is no such value.</summary>
internal static class FieldValues
{
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
            && !(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value) && value >= FactTime.Earliest);
        return text is null || wrong ? null : FactTime.Microseconds(value);
    }

    public static Guid? Id(string? text, out bool wrong)
    {
        Guid value = default;
        wrong = text is not null && !(Guid.TryParse(text, out value) && value != Guid.Empty);
        return text is null || wrong ? null : value;
    }

    /// <summary>Ids one after the other, between spaces.</summary>
    public static IReadOnlyList<Guid>? Ids(string? text, out bool wrong)
    {
        wrong = false;
        List<Guid> ids = [];
        foreach (var word in text?.Split(' ') ?? [])
        {
            if (Id(word, out wrong) is not { } id)
            {
                wrong = true;
                return null;
            }

            ids.Add(id);
        }

        return ids;
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
            if (Fields.Word(value) == text)
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
        if (text is null or Fields.NoSupport)
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
}
