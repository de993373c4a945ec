using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Published;

/// <summary>Publishes versioned content (an instrument, a catalogue) that a release carries, once each; what was published never changes.</summary>
/// <remarks>The table holds name, version, content, checksum and when it was loaded, in that order.</remarks>
internal static class ContentVersions
{
    /// <summary>The texts embedded in a module's folder <c>Content</c>.</summary>
    public static async Task<IReadOnlyList<string>> CarriedAsync(string module, CancellationToken cancellationToken)
    {
        var folder = $"Barometre.Infrastructure.{module}.Content.";
        List<string> texts = [];
        foreach (var resource in typeof(ContentVersions).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(ContentVersions).Assembly.GetManifestResourceStream(resource)!);
            texts.Add((await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n"));
        }

        return texts;
    }

    /// <summary>The same, for whoever serves them from this release: they are in memory already.</summary>
    public static IReadOnlyList<string> Carried(string module) => CarriedAsync(module, CancellationToken.None).GetAwaiter().GetResult();

    /// <param name="connection">The owner's.</param>
    /// <param name="table">Of the module, with its schema: a name of ours, never of a caller's.</param>
    /// <param name="version">What is published.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidOperationException">The version was published with another content.</exception>
    public static async Task PublishAsync(NpgsqlConnection connection, string table, ContentVersion version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.Content)));
        await using (var command = new NpgsqlCommand($"INSERT INTO {table} VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", connection))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = version.Name });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = version.Version });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = version.Content });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = checksum });
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var kept = new NpgsqlCommand($"SELECT count(*) FROM {table} AS kept WHERE kept.checksum = $1 AND kept.version = $2", connection);
        kept.Parameters.Add(new NpgsqlParameter<string> { TypedValue = checksum });
        kept.Parameters.Add(new NpgsqlParameter<string> { TypedValue = version.Version });
        if ((long?)await kept.ExecuteScalarAsync(cancellationToken) != 1)
        {
            throw new InvalidOperationException(
                $"{version.Name} {version.Version} was published with another content; a published version never changes: give the new content a new version.");
        }
    }
}

/// <summary>A version of some content, to the letter.</summary>
internal sealed record ContentVersion(string Name, string Version, string Content);
