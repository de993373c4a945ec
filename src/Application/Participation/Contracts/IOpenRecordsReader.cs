using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules which records are open to an account at this moment; asked for the caller's own account, or by the installation with every record open.</summary>
public interface IOpenRecordsReader
{
    /// <summary>The account's own record, and those whose <paramref name="tab"/> is open to it to read: the same as the access decision would say.</summary>
    Task<IReadOnlyList<OpenRecord>> OfAsync(Guid accountId, Tab tab, CancellationToken cancellationToken);
}

/// <summary>A record that an account may read.</summary>
/// <param name="IsOwn">It is the account's own.</param>
public sealed record OpenRecord(Guid ServiceUserId, bool IsOwn);
