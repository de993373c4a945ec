namespace Barometre.Application.Participation.Contracts;

/// <summary>Settles a record that came whole from another installation; by the installation itself, with the person's rows open and in the transaction of a command.</summary>
public interface IRecordArrival
{
    /// <summary>Whether there is such a record here.</summary>
    Task<bool> IsHereAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The record is in a project of this installation from now on; nobody of the former one has a place any more; its register says that it came.</summary>
    Task ArriveAsync(Guid serviceUserId, Guid projectId, string useCase, CancellationToken cancellationToken);
}
