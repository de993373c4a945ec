namespace Barometre.Application.Rights.Erasures;

/// <summary>The rows of one person in every table of every module, as the database's own catalogue tells them: no list to forget a table in.</summary>
/// <remarks>The person's rows must be open to the command, and the record be erased; the database refuses otherwise.</remarks>
public interface IPersonalRows
{
    /// <summary>The tables, as <c>schema.table</c>, each before those that it refers to; what the erasing itself goes by is left out.</summary>
    Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the open person's rows of a table, and says how many there were.</summary>
    Task<long> DeleteAsync(string table, CancellationToken cancellationToken);

    /// <summary>Deletes the account of the person who is erased, with all that hangs on it.</summary>
    Task<long> DeleteAccountAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Deletes the jobs that wait for the person or were given up.</summary>
    Task<long> DeleteJobsAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>Certificates of erasure, which say nothing of whom.</summary>
public interface ICertificates
{
    /// <summary>The place for the certificate of an erasing that has begun; there already, nothing changes.</summary>
    Task BeginAsync(Guid certificateId, string? codeHash, DateTimeOffset keptUntil, CancellationToken cancellationToken);

    Task CompleteAsync(Guid certificateId, string content, byte[] signature, CancellationToken cancellationToken);

    /// <summary>The certificate that a code stands for; null when there is none.</summary>
    Task<KeptCertificate?> FindAsync(string codeHash, CancellationToken cancellationToken);

    Task<int> DeleteExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A certificate as it is kept.</summary>
/// <param name="Content">The exact text that is signed; null while the rows are being deleted.</param>
public sealed record KeptCertificate(Guid CertificateId, string? Content, byte[]? Signature);
