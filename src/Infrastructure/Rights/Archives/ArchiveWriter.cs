using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Barometre.Application.Rights;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Writes an archive from one view of the database: every table that names the person, as it was at one moment.</summary>
internal sealed class ArchiveWriter(Databases databases, IRecordKeys keys, ISigningKey signing, TimeProvider time) : IArchiveWriter
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Between two drains at most these rows wait, a few hundred bytes each.
    private const int RowsBetweenDrains = 500;

    public async Task<WrittenArchive> WriteAsync(
        Guid serviceUserId, string language, bool whole, IReadOnlyList<ReadableFile> readable, Func<int, byte[], Task> keep, CancellationToken cancellationToken)
    {
        var madeAt = time.GetUtcNow();
        await using var pieces = new PieceStream(keep);
        using (var zip = new ZipArchive(pieces, ZipArchiveMode.Create, leaveOpen: true))
        {
            List<ArchiveEntry> files = [];
            foreach (var file in readable.Prepend(new ReadableFile("README.txt", Encoding.UTF8.GetBytes(ArchiveWords.Of(language, whole)))))
            {
                files.Add(Put(zip, file, madeAt));
            }

            await using var connection = await databases.Worker.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var (account, migrations) = await OpenAsync(connection, transaction, serviceUserId, whole, cancellationToken);
            var rows = new ArchiveRows(connection, transaction, serviceUserId, account, whole, await keys.ForAsync(serviceUserId, cancellationToken));
            foreach (var table in (await PersonalCatalogue.ReadAsync(connection, transaction, cancellationToken)).Where(table => !LeftOut.Is(table.Name)))
            {
                files.Add(await PutAsync(zip, pieces, rows, table, madeAt, cancellationToken));
            }

            await SignAsync(zip, new ArchiveManifest(
                ArchiveManifest.ThisFormat, serviceUserId, language, madeAt, (await signing.PublicAsync(cancellationToken)).Fingerprint, SigningKey.Algorithm, migrations, files), cancellationToken);
        }

        await pieces.DrainAsync(last: true);
        return new WrittenArchive(pieces.Written, pieces.Checksum());
    }

    /// <summary>Opens the person's rows to a transaction of ours, times in UTC; returns the account whose own rows leave with it and the migrations that the tables were made by.</summary>
    private static async Task<(Guid? Account, IReadOnlyList<string> Migrations)> OpenAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid serviceUserId, bool whole, CancellationToken cancellationToken)
    {
        await using var open = new NpgsqlCommand("SELECT set_config('barometre.person', $1, true), set_config('TimeZone', 'UTC', true)", connection, transaction);
        open.Parameters.Add(new NpgsqlParameter<string> { TypedValue = serviceUserId.ToString() });
        await open.ExecuteNonQueryAsync(cancellationToken);
        await using var ask = new NpgsqlCommand("SELECT account_id, (SELECT array_agg(name ORDER BY name) FROM platform.migration) FROM participation.service_user WHERE service_user_id = $1", connection, transaction);
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = serviceUserId });
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        var found = await reader.ReadAsync(cancellationToken) ? (Account: reader.IsDBNull(0) ? (Guid?)null : reader.GetGuid(0), Migrations: reader.GetFieldValue<string[]>(1)) : throw new NotFound();
        await reader.DisposeAsync();
        if (!whole)
        {
            return (null, found.Migrations);
        }

        // What opens for the person's own account alone (a private note) is theirs to take along.
        await using var own = new NpgsqlCommand("SELECT set_config('barometre.account', $1, true)", connection, transaction);
        own.Parameters.Add(new NpgsqlParameter<string> { TypedValue = found.Account?.ToString() ?? "" });
        await own.ExecuteNonQueryAsync(cancellationToken);
        return found;
    }

    private static async Task<ArchiveEntry> PutAsync(ZipArchive zip, PieceStream pieces, ArchiveRows rows, PersonalTable table, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        var path = $"{ArchiveManifest.Rows}{table.Name}.json";
        await using var entry = new HashedEntry(zip, path, madeAt);
        entry.Write("["u8);
        var written = 0;
        var count = await rows.ReadAsync(
            table,
            async row =>
            {
                entry.Write(written == 0 ? "\n"u8 : ",\n"u8);
                entry.Write(row.Span);
                if (++written % RowsBetweenDrains == 0)
                {
                    await pieces.DrainAsync(last: false);
                }
            },
            cancellationToken);
        entry.Write("\n]\n"u8);
        return entry.Done(count);
    }

    private static ArchiveEntry Put(ZipArchive zip, ReadableFile file, DateTimeOffset madeAt)
    {
        using var entry = new HashedEntry(zip, file.Path, madeAt);
        entry.Write(file.Content);
        return entry.Done(null);
    }

    private async Task SignAsync(ZipArchive zip, ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
        var signature = Convert.ToBase64String(await signing.SignAsync(content, cancellationToken));
        var key = (await signing.PublicAsync(cancellationToken)).Pem;
        Put(zip, new ReadableFile(ArchiveManifest.Path, content), manifest.MadeAt);
        Put(zip, new ReadableFile(ArchiveManifest.SignaturePath, Encoding.ASCII.GetBytes(signature)), manifest.MadeAt);
        Put(zip, new ReadableFile(ArchiveManifest.KeyPath, Encoding.ASCII.GetBytes(key)), manifest.MadeAt);
    }

    /// <summary>A file on its way into the ZIP, counted and hashed.</summary>
    private sealed class HashedEntry : IDisposable, IAsyncDisposable
    {
        private readonly string _path;
        private readonly Stream _stream;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _size;

        public HashedEntry(ZipArchive zip, string path, DateTimeOffset madeAt)
        {
            // The fastest compression still makes JSON a fifth of its size.
            var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
            entry.LastWriteTime = madeAt;
            (_path, _stream) = (path, entry.Open());
        }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            _hash.AppendData(bytes);
            _stream.Write(bytes);
            _size += bytes.Length;
        }

        public ArchiveEntry Done(long? count) => new(_path, Convert.ToHexStringLower(_hash.GetCurrentHash()), _size, count);

        public void Dispose()
        {
            _stream.Dispose();
            _hash.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            await _stream.DisposeAsync();
            _hash.Dispose();
        }
    }
}
