namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>Prints for the person themself; their rows must be open to the request.</summary>
public interface IPlanPrinter
{
    /// <summary>A PDF with every part.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<byte[]> EverythingAsync(Guid serviceUserId, string language, CancellationToken cancellationToken);
}
