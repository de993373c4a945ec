namespace Barometre.Application.CoProduction.Contracts;

/// <summary>Tells what others than the person said in a record's dialogue; the person's rows must be open to the command.</summary>
public interface IOthersSayings
{
    /// <summary>Every message that somebody else said in their own voice and did not take back, as it stands; what was said together with the person is the person's.</summary>
    Task<IReadOnlyList<OthersSaying>> AllAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>A message of somebody else's.</summary>
/// <param name="AuthorId">The account, or another system's key, that said it.</param>
/// <param name="SaidOn">The day (UTC) on which it was first said.</param>
/// <param name="Words">What it says now.</param>
public sealed record OthersSaying(Guid AuthorId, DateOnly SaidOn, string Words);
