using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>The map at one moment: who is in the person's life, who has left it, and who knows whom.</summary>
/// <param name="At">The moment.</param>
/// <param name="Present">Who is there, longest known first.</param>
/// <param name="Left">Who was there and has left, longest known first.</param>
/// <param name="Ties">Who knows whom, of those present.</param>
/// <param name="Roots">For each entry that was merged into another, the one that it is now.</param>
public sealed record NetworkMap(
    DateTimeOffset At, IReadOnlyList<Alter> Present, IReadOnlyList<Alter> Left, IReadOnlyList<AlterTie> Ties, IReadOnlyDictionary<Guid, Guid> Roots)
{
    /// <summary>The entry that an alter is now: its own, or the one that it was merged into.</summary>
    public Guid RootOf(Guid alter) => Roots.GetValueOrDefault(alter, alter);
}

/// <summary>Somebody, an animal, a group or a place in the person's life.</summary>
/// <param name="NameSealed">A nickname or initials, sealed.</param>
/// <param name="MemberId">The member of the record's circle who it is.</param>
/// <param name="Angle">Where on the picture: degrees from the top, clockwise; null when it was never placed.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim.</param>
/// <param name="Since">Since when it is on the map.</param>
/// <param name="LeftAt">When it left; null while it is there.</param>
/// <param name="Merged">Other entries that turned out to be the same.</param>
/// <param name="Ties">How each voice sees the tie; a voice that said nothing is absent.</param>
public sealed record Alter(
    Guid Id, byte[] NameSealed, AlterKind Kind, LifeCircle Circle, Guid? MemberId, double? Angle, double? Radius, DateTimeOffset Since, bool IsPresent, DateTimeOffset? LeftAt,
    IReadOnlyList<Guid> Merged, IReadOnlyList<Tie> Ties)
{
    /// <summary>How one voice sees the tie; null when it said nothing.</summary>
    public Tie? TieOf(Perspective perspective)
    {
        foreach (var tie in Ties)
        {
            if (tie.Perspective == perspective)
            {
                return tie;
            }
        }

        return null;
    }
}

/// <summary>The tie between the person and an alter, as one voice sees it; what that voice never said is null.</summary>
/// <param name="Closeness">0 = far, 100 = as near as can be.</param>
/// <param name="Quality">0 = hard, 100 = supportive.</param>
/// <param name="Given">What the person gives.</param>
/// <param name="Received">What the person receives.</param>
/// <param name="CommentSealed">The latest words, sealed.</param>
/// <param name="AuthorId">Who said the latest.</param>
/// <param name="SaidAt">When.</param>
/// <param name="Imported">The latest came out of a file: it is in that voice by the file's word alone.</param>
public sealed record Tie(
    Perspective Perspective, short? Closeness, short? Quality, ContactFrequency? Frequency, Supports? Given, Supports? Received, byte[]? CommentSealed, Guid AuthorId, DateTimeOffset SaidAt, bool Imported);

/// <summary>Two alters who know each other; <paramref name="One"/> is the smaller id.</summary>
/// <param name="Strength">1 = weak, 100 = strong; null when nobody said.</param>
/// <param name="Since">Since when it is on the map.</param>
public sealed record AlterTie(Guid One, Guid Other, short? Strength, DateTimeOffset Since);
