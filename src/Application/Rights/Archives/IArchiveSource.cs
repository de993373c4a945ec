using System.Text.Json;
using Barometre.Application.Shared;

namespace Barometre.Application.Rights.Archives;

/// <summary>An archive whose signature and checksums were found good, before anything of it is taken in.</summary>
public interface IArchiveSource
{
    Guid ServiceUserId { get; }

    /// <summary>Of the list of its files: the archive's own.</summary>
    string Checksum { get; }

    /// <summary>What the tables were made by where it comes from.</summary>
    IReadOnlyList<string> Migrations { get; }

    /// <summary>The tables that it has rows of, as <c>schema.table</c>.</summary>
    IReadOnlyList<string> Tables { get; }

    IAsyncEnumerable<JsonElement> RowsAsync(string table, CancellationToken cancellationToken);
}

/// <summary>Puts the rows of an archive into the tables of this installation, sealed anew.</summary>
public interface IArchiveTaker
{
    /// <summary>The checksum of the archive that the record came with; null when it did not come so.</summary>
    Task<string?> ArrivedWithAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <returns>How many rows there were.</returns>
    /// <exception cref="Domain.Shared.RuleViolation">It holds what this installation does not know.</exception>
    Task<long> TakeAsync(IArchiveSource archive, IRecordKey key, CancellationToken cancellationToken);
}
