using System.Security.Cryptography;
using System.Text;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>Publishes the instruments that this release carries, once each; what was published never changes.</summary>
internal sealed class InstrumentContent(TimeProvider time) : IPublishedContent
{
    private const string Folder = "Barometre.Infrastructure.QualityOfLife.Content.";

    public async Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var resource in typeof(InstrumentContent).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(InstrumentContent).Assembly.GetManifestResourceStream(resource)!);
            await PublishAsync(connection, await reader.ReadToEndAsync(cancellationToken), cancellationToken);
        }
    }

    /// <exception cref="InvalidOperationException">The version was published with another content.</exception>
    internal async Task PublishAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var content = text.ReplaceLineEndings("\n");
        var instrument = InstrumentLibrary.Parse(content);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await using var command = new NpgsqlCommand(
            """
            WITH published AS (
                INSERT INTO quality_of_life.instrument_version (instrument, version, content, checksum, loaded_at)
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING checksum)
            SELECT checksum FROM published
            UNION ALL SELECT checksum FROM quality_of_life.instrument_version WHERE instrument = $1 AND version = $2
            """,
            connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = instrument.Code },
                new NpgsqlParameter<string> { TypedValue = instrument.Version },
                new NpgsqlParameter<string> { TypedValue = content },
                new NpgsqlParameter<string> { TypedValue = checksum },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
        if ((string?)await command.ExecuteScalarAsync(cancellationToken) != checksum)
        {
            throw new InvalidOperationException(
                $"Instrument {instrument.Code} {instrument.Version} was published with another content; a published version never changes: give the new content a new version.");
        }
    }
}
