namespace Barometre.Application.Participation.Contracts;

/// <summary>Settles a record that came whole from another installation; by the installation itself, with the person's rows open and in the transaction of a command.</summary>
public interface IRecordArrival
{
    /// <summary>Whether there is such a record here.</summary>
    Task<bool> IsHereAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The record is in a project of this installation from now on; nobody of the former one has a place any more; its register says that it came.</summary>
    Task ArriveAsync(Guid serviceUserId, Guid projectId, string useCase, CancellationToken cancellationToken);

    /// <summary>Makes the code with which the person claims the record that came, before anybody here has opened it; one made before is replaced. Null once the record is claimed.</summary>
    Task<ClaimCode?> OfferAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>What a person makes a record their own with; its words are shown once and kept nowhere.</summary>
public sealed record ClaimCode(string Code, DateTimeOffset ExpiresAt);
