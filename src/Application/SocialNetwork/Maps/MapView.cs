using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>The map at one moment.</summary>
/// <param name="At">The moment; null for the current map.</param>
/// <param name="Present">Who is in the person's life, longest known first.</param>
/// <param name="Left">Who was and has left.</param>
/// <param name="Ties">Who knows whom.</param>
public sealed record MapView(DateTimeOffset? At, IReadOnlyList<AlterView> Present, IReadOnlyList<AlterView> Left, IReadOnlyList<AlterTieView> Ties);

/// <summary>Somebody, an animal, a group or a place in the person's life.</summary>
/// <param name="Member">The member of the record's circle who it is.</param>
/// <param name="Angle">Degrees from the top, clockwise; null when it was never placed.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim.</param>
/// <param name="Since">Since when it is on the map.</param>
/// <param name="LeftAt">When it left; null while it is there.</param>
/// <param name="MergedIds">Other entries that turned out to be the same.</param>
/// <param name="Voices">How each voice sees the tie; one that said nothing is absent.</param>
public sealed record AlterView(
    Guid Id, string Name, AlterKind Kind, LifeCircle Circle, MemberLink? Member, double? Angle, double? Radius, DateTimeOffset Since, DateTimeOffset? LeftAt,
    IReadOnlyList<Guid> MergedIds, IReadOnlyList<TieView> Voices);

/// <summary>A link to a member of the record's circle.</summary>
/// <param name="State">Whether the member is there, or their place is over.</param>
public sealed record MemberLink(Guid MemberId, LinkState State);

/// <summary>The tie between the person and an alter as one voice sees it; what that voice never said is null.</summary>
/// <param name="Perspective">Whose view: views stand side by side and are never averaged.</param>
/// <param name="Closeness">0 = far, 100 = as near as can be.</param>
/// <param name="Quality">0 = hard, 100 = supportive.</param>
/// <param name="Given">What the person gives.</param>
/// <param name="Received">What the person receives.</param>
/// <param name="AuthorId">Who said the latest.</param>
/// <param name="SaidAt">When.</param>
/// <param name="Imported">The latest came out of a file that the author imported: it is in that voice by the file’s word alone.</param>
public sealed record TieView(
    Perspective Perspective, int? Closeness, int? Quality, ContactFrequency? Frequency, IReadOnlyList<SupportKind>? Given, IReadOnlyList<SupportKind>? Received, string? Comment,
    Guid AuthorId, DateTimeOffset SaidAt, bool Imported);

/// <summary>Two alters who know each other.</summary>
/// <param name="Strength">1 = weak, 100 = strong; null when nobody said.</param>
public sealed record AlterTieView(Guid OneId, Guid OtherId, int? Strength, DateTimeOffset Since);

/// <summary>Opens the words of a map.</summary>
internal sealed class MapWords(IRecordKey key, IReadOnlyDictionary<Guid, bool> members)
{
    public string NameOf(byte[] sealedName) => key.Open(SealedWords.Names, sealedName);

    public string NameOf(Alter alter) => NameOf(alter.NameSealed);

    /// <summary>Empty when a comment was taken off.</summary>
    public string WordsOf(byte[] sealedComment) => key.Open(SealedWords.Comments, sealedComment);

    /// <summary>Null when there is none, or when it was taken off.</summary>
    public string? CommentOf(byte[]? sealedComment) => sealedComment is null || WordsOf(sealedComment) is not { Length: > 0 } words ? null : words;

    public MapView View(NetworkMap map, DateTimeOffset? at) => new(
        at, [.. map.Present.Select(View)], [.. map.Left.Select(View)], [.. map.Ties.Select(tie => new AlterTieView(tie.One, tie.Other, tie.Strength, tie.Since))]);

    private AlterView View(Alter alter) => new(
        alter.Id,
        NameOf(alter),
        alter.Kind,
        alter.Circle,
        alter.MemberId is { } member ? new MemberLink(member, members.GetValueOrDefault(member) ? LinkState.There : LinkState.Gone) : null,
        alter.Angle,
        alter.Radius,
        alter.Since,
        alter.LeftAt,
        alter.Merged,
        [.. alter.Ties.Select(View)]);

    private TieView View(Tie tie) => new(
        tie.Perspective, tie.Closeness, tie.Quality, tie.Frequency, tie.Given?.List(), tie.Received?.List(), CommentOf(tie.CommentSealed), tie.AuthorId, tie.SaidAt, tie.Imported);
}
