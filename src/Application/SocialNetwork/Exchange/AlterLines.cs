using System.Security.Cryptography;
using System.Text;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Makes alters of what the lines or nodes of a file say, or says what is wrong with them.</summary>
internal sealed class AlterLines
{
    // An entry stands once, be it by itself or as one that turned out to be another.
    private readonly HashSet<Guid> _entries = [];

    /// <summary>Null when something is wrong.</summary>
    /// <param name="line">What the file says of the entry.</param>
    /// <param name="id">The entry's id, if it is one of ours.</param>
    /// <param name="own">What the file calls the entry: for a file without ids of ours, the same entry is the same alter whenever it is imported.</param>
    public ExchangedAlter? Read(FileLine line, Guid? id, string own)
    {
        var name = line.Name();
        if (name is null && !line.IsWrong)
        {
            line.Refuse(Fields.Name);
        }

        var alter = new ExchangedAlter(
            id ?? StableId.Of($"network|{own}|{name}"),
            name ?? "",
            line.Value(Fields.Kind, FieldValues.OneOf<AlterKind>) ?? AlterKind.Person,
            line.Value(Fields.Circle, FieldValues.OneOf<LifeCircle>) ?? LifeCircle.Other,
            line.Value(Fields.InLife, FieldValues.Truth) ?? true,
            line.Value(Fields.Since, FieldValues.Time),
            line.Value(Fields.LeftAt, FieldValues.Time),
            line.Angle(),
            line.Radius(),
            line.Value(Fields.MemberId, FieldValues.Id),
            line.Value(Fields.MergedIds, FieldValues.Ids) ?? [],
            [.. Enum.GetValues<Perspective>().Select(voice => Voice(line, voice))]);
        if (!line.IsWrong && !alter.Merged.Prepend(alter.Id).All(_entries.Add))
        {
            line.Refuse(SocialNetworkErrors.NodeTwice);
        }

        return line.IsWrong ? null : alter;
    }

    private static ExchangedVoice Voice(FileLine line, Perspective voice) => new(
        line.Points(Fields.In(voice, Fields.Closeness)),
        line.Points(Fields.In(voice, Fields.Quality)),
        line.Value(Fields.In(voice, Fields.Frequency), FieldValues.OneOf<ContactFrequency>),
        line.Value(Fields.In(voice, Fields.Given), FieldValues.Support),
        line.Value(Fields.In(voice, Fields.Received), FieldValues.Support),
        line.Comment(Fields.In(voice, Fields.Comment)),
        line.Value(Fields.In(voice, Fields.SaidAt), FieldValues.Time));
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
