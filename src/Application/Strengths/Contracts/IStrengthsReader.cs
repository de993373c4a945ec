using Barometre.Domain.Shared;

namespace Barometre.Application.Strengths.Contracts;

/// <summary>What other modules may know of a person's strengths; the person's rows must be open to the request, or nothing is found.</summary>
public interface IStrengthsReader
{
    /// <summary>Which of these strengths there are and where they stand; all of them when none are named.</summary>
    Task<IReadOnlyList<KnownStrength>> StrengthsAsync(Guid serviceUserId, IReadOnlyCollection<Guid>? strengthIds, CancellationToken cancellationToken);

    /// <summary>The strengths that are the person's now, with their words, in the person's order: for what is printed for them.</summary>
    Task<IReadOnlyList<StrengthInWords>> BoardNowAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>What the first page of the record says of strengths, in one statement.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="reader">Null for the person: all that waits is counted; else only what that account proposed.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<StrengthsOverview> OverviewAsync(Guid serviceUserId, Guid? reader, CancellationToken cancellationToken);
}

/// <summary>Where a strength stands for other modules.</summary>
public enum StrengthStanding
{
    /// <summary>It waits for the person's yes.</summary>
    Proposed,

    /// <summary>It is the person's.</summary>
    Kept,

    /// <summary>The person said no.</summary>
    Declined,

    /// <summary>The person set it aside.</summary>
    Retired,
}

/// <summary>A strength that a link may point to, without its words.</summary>
/// <param name="NamedBy">The account that named or proposed it: a proposal is the person's and that account's to see.</param>
public sealed record KnownStrength(Guid StrengthId, StrengthStanding Standing, Guid NamedBy);

/// <summary>A strength of the person's, as it reads now.</summary>
/// <param name="Words">As they stand.</param>
/// <param name="Domain">The code of a domain of life: <c>leisure</c>.</param>
/// <param name="DomainFr">Its name in French.</param>
/// <param name="DomainEn">Its name in English.</param>
/// <param name="Time"><c>now</c>, <c>wishes</c> or <c>past</c>.</param>
/// <param name="Pinned">One of those that the person is proudest of.</param>
/// <param name="Perspective">Whose words they are; somebody else's only where the person said yes to them as they were.</param>
/// <param name="Setting">Alone, or together with the person.</param>
/// <param name="Theme">The theme of quality of life that it points to.</param>
/// <param name="AlterId">Whom it points to on the person's map.</param>
/// <param name="Resource">The community resource that it points to.</param>
public sealed record StrengthInWords(
    Guid StrengthId,
    string Words,
    string Domain,
    string DomainFr,
    string DomainEn,
    string Time,
    bool Pinned,
    Perspective Perspective,
    Setting Setting,
    string? Theme,
    Guid? AlterId,
    string? Resource);

/// <summary>A person's strengths at a glance: the person's own and what they set aside, and of the proposals those that the reader may see; oldest first.</summary>
/// <param name="Pinned">Those they are proudest of, in their order.</param>
public sealed record StrengthsOverview(IReadOnlyList<OverviewStrength> Strengths, IReadOnlyList<Guid> Pinned);

/// <summary>A strength at a glance.</summary>
/// <param name="Standing"><c>kept</c>, <c>proposed</c>, <c>declined</c> or <c>retired</c>.</param>
/// <param name="Kind"><c>quality</c>, <c>skill</c>, <c>place</c>…</param>
/// <param name="Domain">The code of a domain of life: <c>leisure</c>.</param>
/// <param name="Time"><c>now</c>, <c>wishes</c> or <c>past</c>.</param>
/// <param name="Perspective">Whose words they are.</param>
/// <param name="ChangedAt">When the server last received something about it.</param>
public sealed record OverviewStrength(
    Guid StrengthId, string Standing, string Words, string Kind, string Domain, string Time, Perspective Perspective, DateTimeOffset ChangedAt);
