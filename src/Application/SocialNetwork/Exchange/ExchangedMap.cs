using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A map as files carry it: every voice beside the others, and nobody's account.</summary>
/// <param name="EgoId">Whose map it is; null when a file does not say.</param>
internal sealed record ExchangedMap(Guid? EgoId, IReadOnlyList<ExchangedAlter> Alters, IReadOnlyList<ExchangedTie> Ties)
{
    public static ExchangedMap Of(Guid serviceUserId, NetworkMap map, MapWords words) => new(
        serviceUserId,
        [.. map.Present.Concat(map.Left).Select(alter => ExchangedAlter.Of(alter, words))],
        [.. map.Ties.Select(tie => new ExchangedTie(tie.One, tie.Other, tie.Strength, tie.Since))]);
}

/// <summary>An alter and the person's tie to it; what a file does not say is null.</summary>
/// <param name="MemberId">The member of the record's circle who it is: in another record, a link that leads nowhere.</param>
/// <param name="Merged">Other entries that turned out to be the same, in the order of their ids.</param>
/// <param name="Voices">How each voice sees the tie, in the order of <see cref="Perspective"/>.</param>
internal sealed record ExchangedAlter(
    Guid Id, string Name, AlterKind Kind, LifeCircle Circle, bool IsPresent, DateTimeOffset? Since, DateTimeOffset? LeftAt, double? Angle, double? Radius,
    Guid? MemberId, IReadOnlyList<Guid> Merged, IReadOnlyList<ExchangedVoice> Voices)
{
    public static ExchangedAlter Of(Alter alter, MapWords words) => new(
        alter.Id, words.NameOf(alter), alter.Kind, alter.Circle, alter.IsPresent, alter.Since, alter.LeftAt, alter.Angle, alter.Radius, alter.MemberId, [.. alter.Merged.Order()],
        [.. Enum.GetValues<Perspective>().Select(voice => ExchangedVoice.Of(alter.TieOf(voice), words))]);

    public ExchangedVoice In(Perspective voice) => Voices[(int)voice];
}

/// <summary>The tie between the person and an alter as one voice sees it; all null when that voice said nothing.</summary>
/// <param name="SaidAt">When it was last stated.</param>
internal sealed record ExchangedVoice(short? Closeness, short? Quality, ContactFrequency? Frequency, Supports? Given, Supports? Received, string? Comment, DateTimeOffset? SaidAt)
{
    public static readonly ExchangedVoice Silent = new(null, null, null, null, null, null, null);

    public bool SaysSomething => this with { SaidAt = null } != Silent;

    public static ExchangedVoice Of(Tie? tie, MapWords words)
    {
        var voice = tie is null ? Silent : new ExchangedVoice(tie.Closeness, tie.Quality, tie.Frequency, tie.Given, tie.Received, words.CommentOf(tie.CommentSealed), tie.SaidAt);
        return voice.SaysSomething ? voice : Silent;
    }

    /// <summary>This, and what was said before where it says nothing.</summary>
    public ExchangedVoice Over(ExchangedVoice before) => new(
        Closeness ?? before.Closeness, Quality ?? before.Quality, Frequency ?? before.Frequency, Given ?? before.Given, Received ?? before.Received, Comment ?? before.Comment, before.SaidAt);
}

/// <summary>Two alters who know each other.</summary>
internal sealed record ExchangedTie(Guid One, Guid Other, short? Strength, DateTimeOffset? Since);
