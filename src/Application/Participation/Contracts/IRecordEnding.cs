namespace Barometre.Application.Participation.Contracts;

/// <summary>Ends access to a record; used by the installation itself, with the person's rows open and in the transaction of a command.</summary>
public interface IRecordEnding
{
    /// <summary>Nobody's access is left, the person's neither: every place is over, every code used up, the record nobody's.</summary>
    /// <param name="serviceUserId">Whose record.</param>
    /// <param name="endsSessions">True to sign the person's account out everywhere too.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task EndAsync(Guid serviceUserId, bool endsSessions, CancellationToken cancellationToken);

    /// <summary>Everybody's place but the person's own access is over: the record is closed, and stays theirs.</summary>
    Task CloseCircleAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Whether an account is more than the person's way to this record: it holds or held a role, a place around somebody else, or their representation.</summary>
    Task<bool> IsUsedElsewhereAsync(Guid accountId, Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The person's account; null until they claim the record.</summary>
    Task<Guid?> AccountOfAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
