using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Makes an alter of what one line or node of a file says, or says what is wrong with it.</summary>
/// <param name="file">The member of the request that holds the file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="faults">Where faults go.</param>
/// <param name="read">The text of a field; null when the line does not say it.</param>
internal sealed class AlterLine(string file, int line, FileFaults faults, Func<string, string?> read)
{
    /// <summary>Null when something is wrong.</summary>
    /// <param name="id">The entry's id, if it is one of ours.</param>
    /// <param name="own">What the file calls the entry: for a file without ids of ours, the same entry is the same alter whenever it is imported.</param>
    public ExchangedAlter? Read(Guid? id, string own)
    {
        if (Words(Fields.Name, IsName) is not { } name || !TryComment(out var comment))
        {
            return null;
        }

        var wrong = false;
        var alter = new ExchangedAlter(
            id ?? StableId.Of($"network|{own}|{name}"),
            name,
            Of(Fields.Kind, Fields.OneOf<AlterKind>) ?? AlterKind.Person,
            Of(Fields.Circle, Fields.OneOf<LifeCircle>) ?? LifeCircle.Other,
            Of(Fields.InLife, Fields.Truth) ?? true,
            Of(Fields.Since, Fields.Time),
            Of(Fields.LeftAt, Fields.Time),
            Of(Fields.Angle, (string? text, out bool bad) => Fields.Number(text, degrees => degrees is >= 0 and < 360, out bad)),
            Of(Fields.Radius, (string? text, out bool bad) => Fields.Number(text, share => share is >= 0 and <= 1, out bad)),
            Of(Fields.Closeness, (string? text, out bool bad) => Fields.Points(text, 0, out bad)),
            Of(Fields.Quality, (string? text, out bool bad) => Fields.Points(text, 0, out bad)),
            Of(Fields.Frequency, Fields.OneOf<ContactFrequency>),
            Of(Fields.Given, Fields.Support),
            Of(Fields.Received, Fields.Support),
            comment,
            Of(Fields.SaidAt, Fields.Time));
        return wrong ? null : alter;

        T? Of<T>(string field, Reading<T> reading)
        {
            var value = reading(read(field), out var bad);
            if (bad)
            {
                wrong = true;
                faults.Add(file, line, SocialNetworkErrors.BadValue, field);
            }

            return value;
        }
    }

    private delegate T? Reading<T>(string? text, out bool wrong);

    private static bool IsName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= GivenNetworkFactValidator.LongestNameUnits && new StringInfo(text).LengthInTextElements <= NetworkFact.LongestName && Writable.Is(text);

    private bool TryComment(out string? comment)
    {
        comment = read(Fields.Comment);
        return comment is null || Words(Fields.Comment, text => text?.Length <= NetworkFact.LongestComment && Writable.Is(text)) is not null;
    }

    private string? Words(string field, Func<string?, bool> allowed)
    {
        var text = read(field);
        if (!allowed(text))
        {
            faults.Add(file, line, SocialNetworkErrors.BadValue, field);
            return null;
        }

        return text;
    }
}

/// <summary>Ids that follow from what they stand for: the same whenever they are made.</summary>
internal static class StableId
{
    /// <summary>A UUIDv8 of a text.</summary>
    public static Guid Of(string text)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
