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
    public ExchangedAlter? Read(Guid? id, string own)
    {
        var name = read(Fields.Name);
        if (string.IsNullOrWhiteSpace(name) || new StringInfo(name).LengthInTextElements > NetworkFact.LongestName || name.Length > GivenNetworkFactValidator.LongestNameUnits || !Writable.Is(name))
        {
            faults.Add(file, line, SocialNetworkErrors.BadValue, Fields.Name);
            return null;
        }

        var comment = read(Fields.Comment);
        if (comment?.Length > NetworkFact.LongestComment || !Writable.Is(comment))
        {
            faults.Add(file, line, SocialNetworkErrors.BadValue, Fields.Comment);
            return null;
        }

        var wrong = false;
        var alter = new ExchangedAlter(
            id ?? IdOf(own, name),
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

    /// <summary>For a file without ids of ours: the same entry of the same file is the same alter whenever it is imported.</summary>
    private static Guid IdOf(string own, string name)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"network|{own}|{name}"))[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
