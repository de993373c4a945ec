using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A map as files carry it: the person's own, without other voices and without links to accounts of this installation.</summary>
/// <param name="EgoId">Whose map it is; null when a file does not say.</param>
internal sealed record ExchangedMap(Guid? EgoId, IReadOnlyList<ExchangedAlter> Alters, IReadOnlyList<ExchangedTie> Ties)
{
    public static ExchangedMap Of(Guid serviceUserId, NetworkMap map, MapWords words) => new(
        serviceUserId,
        [.. map.Present.Concat(map.Left).Select(alter => ExchangedAlter.Of(alter, words))],
        [.. map.Ties.Select(tie => new ExchangedTie(tie.One, tie.Other, tie.Strength, tie.Since))]);
}

/// <summary>An alter and the person's tie to it; what a file does not say is null.</summary>
/// <param name="SaidAt">When the tie was last stated.</param>
internal sealed record ExchangedAlter(
    Guid Id, string Name, AlterKind Kind, LifeCircle Circle, bool IsPresent, DateTimeOffset? Since, DateTimeOffset? LeftAt, double? Angle, double? Radius,
    short? Closeness, short? Quality, ContactFrequency? Frequency, Supports? Given, Supports? Received, string? Comment, DateTimeOffset? SaidAt)
{
    public bool HasTie => Closeness is not null || Quality is not null || Frequency is not null || Given is not null || Received is not null || Comment is not null;

    public static ExchangedAlter Of(Alter alter, MapWords words)
    {
        var tie = alter.TieOf(Perspective.ServiceUser);
        return new ExchangedAlter(
            alter.Id, words.NameOf(alter), alter.Kind, alter.Circle, alter.IsPresent, alter.Since, alter.LeftAt, alter.Angle, alter.Radius,
            tie?.Closeness, tie?.Quality, tie?.Frequency, tie?.Given, tie?.Received, words.CommentOf(tie?.CommentSealed), tie?.SaidAt);
    }
}

/// <summary>Two alters who know each other.</summary>
internal sealed record ExchangedTie(Guid One, Guid Other, short? Strength, DateTimeOffset? Since);
