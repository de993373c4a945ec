namespace Barometre.Application.Shared;

/// <summary>The keys that seal the words of each record; without its key a record's words are unreadable for ever.</summary>
/// <remarks>An account that keeps words of its own has a key likewise, under its own id.</remarks>
public interface IRecordKeys
{
    /// <summary>The record's key, made on first use.</summary>
    /// <exception cref="NotFound">It was deleted: the record is being erased.</exception>
    ValueTask<IRecordKey> ForAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The keys of several records that already have one, in one round trip; a record without a key is absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, IRecordKey>> ForManyAsync(IReadOnlyCollection<Guid> serviceUserIds, CancellationToken cancellationToken);

    /// <summary>Deletes the record's key for ever, on every node: what it sealed is unreadable from now on. None is made anew until <see cref="LetGoAsync"/>.</summary>
    Task DeleteAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Forgets that there was a key: nothing of the record is left.</summary>
    Task LetGoAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>Seals and opens the words of one record (AES-256-GCM), bound to the person and to the column they stand in.</summary>
public interface IRecordKey
{
    /// <param name="column">Where the words stand, <c>schema.table.column</c>: words moved elsewhere do not open.</param>
    /// <param name="words">The words.</param>
    byte[] Seal(string column, string words);

    /// <summary>The same for a file.</summary>
    byte[] SealBytes(string column, byte[] bytes);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were sealed for another person or column, or were altered.</exception>
    byte[] OpenBytes(string column, byte[] sealedBytes);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The words were sealed for another person or column, or were altered.</exception>
    string Open(string column, byte[] sealedWords);
}
