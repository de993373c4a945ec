namespace Barometre.Domain.Rights.Erasures;

/// <summary>How many rows of one table were deleted, and the account's and the jobs' likewise: what the certificate tells.</summary>
public sealed class ErasedRows
{
    private ErasedRows()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary><c>schema.table</c>.</summary>
    public string TableName { get; private init; } = "";

    public long Count { get; private set; }

    public static ErasedRows Of(Guid serviceUserId, string table) => new() { ServiceUserId = serviceUserId, TableName = table };

    public void Add(long count) => Count += count;
}
