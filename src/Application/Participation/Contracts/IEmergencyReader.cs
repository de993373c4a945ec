namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules who is to know that a record was opened in an emergency; the person's rows must be open.</summary>
public interface IEmergencyReader
{
    /// <summary>Today: the person until they saw it, without an account of theirs the practitioners of their circle until it was reviewed; the project's coordinators until it was reviewed.
    /// Never whoever opened it, nor whom the person keeps out.</summary>
    Task<IReadOnlyList<EmergencyNotice>> NoticesAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>That an account is to know of an opening.</summary>
/// <param name="Day">The day of the opening, in UTC.</param>
public sealed record EmergencyNotice(Guid EmergencyId, Guid AccountId, DateOnly Day);
