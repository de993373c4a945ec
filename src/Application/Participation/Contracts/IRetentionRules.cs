namespace Barometre.Application.Participation.Contracts;

/// <summary>For how long records may be kept, by the rules of the projects that people are in; read with every record open, by the installation itself.</summary>
public interface IRetentionRules
{
    /// <summary>Each record and its rule.</summary>
    Task<IReadOnlyList<KeptRecord>> AllAsync(CancellationToken cancellationToken);
}

/// <summary>A record and how long it may be kept.</summary>
/// <param name="Months">After the last contact: the longest of the projects that the person is in, or of the last ones they left; null when one of them has no rule.</param>
/// <param name="LastSeenAt">When the record was opened, somebody looked at it, or the person signed in, whichever was last; facts are not looked at.</param>
public sealed record KeptRecord(Guid ServiceUserId, int? Months, DateTimeOffset LastSeenAt);
