namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>Puts into inboxes what the law wants told about how long a record is kept: it comes whatever reminders were chosen or refused, and says a kind and a day, which the page puts into the
/// reader's language. In the transaction of the caller's command.</summary>
public interface ILegalNotices
{
    /// <summary>Brings inboxes in line: of that notice for that day, these accounts are told, once each, and nobody else is any more; told to nobody, it is taken back.</summary>
    /// <param name="serviceUserId">Whose record it is about; its rows must be open.</param>
    /// <param name="accountIds">Who is told.</param>
    /// <param name="notice">What of.</param>
    /// <param name="day">The day on which it happens, in UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task TellAsync(Guid serviceUserId, IReadOnlyCollection<Guid> accountIds, LegalNotice notice, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>What the law wants a person told.</summary>
public enum LegalNotice
{
    /// <summary>Their record will be closed to everybody else.</summary>
    RecordCloses,

    /// <summary>Their record will be erased.</summary>
    RecordErases,
}
