namespace Barometre.Application.Rights.Contracts;

/// <summary>What came along with a record from another installation, sealed, for the person's own account alone: their private notes, how far they had read, what they were reminded of.</summary>
public interface ICarriedRows
{
    /// <summary>Gives all of it to the account that has just claimed the record; in the command that claims, with the person's rows open to that account.</summary>
    Task GiveAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
