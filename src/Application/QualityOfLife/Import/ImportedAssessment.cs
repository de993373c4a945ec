using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Import;

/// <summary>A line of a file of self-ratings as a completed assessment, with the same ids whenever it is imported.</summary>
internal static class ImportedAssessment
{
    public static Assessment Of(ImportSelfRatingsCommand command, SelfRatingsLine line, DateTimeOffset now)
    {
        var parts = command.Instrument.Split('@');
        var opening = new Opening(
            command.ServiceUserId, IdOf(command, line.At, ""), parts[0], parts[^1], null, Perspective.ServiceUser, Setting.Alone, command.ServiceUserId, line.At);
        var assessment = Assessment.Open(opening, now);
        assessment.Record(
            [.. line.Ratings.Select(rating => new GivenAnswer(IdOf(command, line.At, rating.Theme), rating.Theme, AnswerKind.Rating, line.At, rating.Value))],
            command.ServiceUserId,
            now);
        assessment.Complete(line.At, now);
        return assessment;
    }

    /// <summary>A UUIDv8 of what the line, or one of its ratings, is; sorted by when it was.</summary>
    private static Guid IdOf(ImportSelfRatingsCommand command, DateTimeOffset at, string theme)
    {
        Span<byte> id = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{command.ServiceUserId}|{command.Instrument}|{at.UtcTicks}|{theme}"), id);
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, at.ToUnixTimeMilliseconds());
        moment[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }
}
