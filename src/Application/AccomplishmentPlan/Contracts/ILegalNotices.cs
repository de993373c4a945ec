namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>Puts into an account's inbox what the law wants it told about how long a record is kept: it comes whatever reminders were chosen or refused, and says a day and no word. In the transaction of the caller's command.</summary>
public interface ILegalNotices
{
    /// <summary>Told already for that day, nothing happens.</summary>
    /// <param name="serviceUserId">Whose record it is about; its rows must be open.</param>
    /// <param name="accountId">Who is told.</param>
    /// <param name="notice">What of.</param>
    /// <param name="day">The day on which it happens, in UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task TellAsync(Guid serviceUserId, Guid accountId, LegalNotice notice, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Takes back what was told about how long a record is kept: it happens no more.</summary>
    Task TakeBackAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>What the law wants a person told.</summary>
public enum LegalNotice
{
    /// <summary>Their record will be closed to everybody else.</summary>
    RecordCloses,

    /// <summary>Their record will be erased.</summary>
    RecordErases,
}
