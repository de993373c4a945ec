using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules who is around a person; the person's rows must be open to the request, or nobody is found.</summary>
public interface ICircleReader
{
    /// <summary>Everybody who has or had a place in the circle, oldest first; invitations that were never taken left out.</summary>
    Task<IReadOnlyList<CirclePlace>> PlacesAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Whether another system has or had a place in the circle from the project that its key is for.</summary>
    Task<bool> KnowsKeyAsync(Guid serviceUserId, Guid keyId, CancellationToken cancellationToken);

    /// <summary>The person themself; null when no such record is open.</summary>
    Task<PersonCalled?> PersonAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>A place in a person's circle.</summary>
/// <param name="AccountId">Who holds it.</param>
/// <param name="DisplayName">The name that their account goes by; null until they chose one.</param>
/// <param name="Active">False once the place is over.</param>
/// <param name="Until">When it ended; null while it has not.</param>
public sealed record CirclePlace(Guid MemberId, Guid AccountId, Role Role, string? DisplayName, bool Active, DateTimeOffset? Until);

/// <summary>Whose record it is.</summary>
/// <param name="AccountId">Null until they claim their record, which they never have to.</param>
/// <param name="CalledName">What they want to be called.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
public sealed record PersonCalled(Guid ServiceUserId, Guid? AccountId, string CalledName, string Language);
