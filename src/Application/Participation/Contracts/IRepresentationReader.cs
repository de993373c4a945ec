namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules who is to know that somebody represents a person, or that the person contests it; the person's rows must be open.</summary>
public interface IRepresentationReader
{
    /// <summary>Of representations that are not over: the person, from their own account, of each; the coordinators of the project that recorded it, of each that the person contests, but
    /// for whom the person keeps out.</summary>
    Task<IReadOnlyList<RepresentationNotice>> NoticesAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>That an account is to know of a representation.</summary>
/// <param name="SubjectId">The representation; when it is contested, what the contesting is known by.</param>
/// <param name="Contested">The person contests it; otherwise they are told that there is one.</param>
/// <param name="Day">From which it holds no more; when it is contested, the day of that, in UTC.</param>
public sealed record RepresentationNotice(Guid SubjectId, Guid AccountId, bool Contested, DateOnly Day);
