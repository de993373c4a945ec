using System.Globalization;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Reads the value of a field from its text: null where nothing is said.</summary>
internal delegate T? Reading<T>(string? text, out bool wrong);

/// <summary>One line or node of a file, whose fields are read one by one; whatever is wrong with one becomes a fault of the line.</summary>
/// <param name="file">The member of the request that holds the file.</param>
/// <param name="number">The line, from 1.</param>
/// <param name="faults">Where faults go.</param>
/// <param name="read">The text of a field; null when the line does not say it.</param>
internal sealed class FileLine(string file, int number, FileFaults faults, Func<string, string?> read)
{
    /// <summary>Whether something was wrong so far.</summary>
    public bool IsWrong { get; private set; }

    public string? Text(string field) => read(field);

    public T? Value<T>(string field, Reading<T> reading)
    {
        var value = reading(read(field), out var wrong);
        if (wrong)
        {
            Refuse(field);
        }

        return value;
    }

    public short? Points(string field, int lowest = 0) => Value(field, (string? text, out bool wrong) => FieldValues.Points(text, lowest, out wrong));

    /// <summary>Degrees from the top, clockwise.</summary>
    public double? Angle() => Value(Fields.Angle, (string? text, out bool wrong) => FieldValues.Number(text, degrees => degrees is >= 0 and < 360, out wrong));

    /// <summary>0 = in the middle, 1 = at the rim.</summary>
    public double? Radius() => Value(Fields.Radius, (string? text, out bool wrong) => FieldValues.Number(text, share => share is >= 0 and <= 1, out wrong));

    public string? Name() => Words(Fields.Name, text => TypedText.SaysSomething(text)
        && TypedText.Characters(text) <= GivenNetworkFactValidator.LongestNameUnits && new StringInfo(text).LengthInTextElements <= NetworkFact.LongestName);

    public string? Comment(string field) => Words(field, text => TypedText.Characters(text) <= NetworkFact.LongestComment);

    public void Refuse(string field) => Refuse(SocialNetworkErrors.BadValue, field);

    public void Refuse(Domain.Shared.Error error, string field = "")
    {
        IsWrong = true;
        faults.Add(file, number, error, field);
    }

    private string? Words(string field, Func<string, bool> allowed) =>
        Value(field, (string? text, out bool wrong) => (wrong = text is not null && !(allowed(text) && Writable.Is(text))) ? null : text);
}
