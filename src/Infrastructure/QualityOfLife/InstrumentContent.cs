using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Published;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>Publishes the instruments that this release carries, once each; what was published never changes.</summary>
internal sealed class InstrumentContent(TimeProvider time) : IPublishedContent
{
    public async Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var text in await ContentVersions.CarriedAsync("QualityOfLife", cancellationToken))
        {
            await PublishAsync(connection, text, cancellationToken);
        }
    }

    /// <exception cref="InvalidOperationException">The version was published with another content.</exception>
    internal Task PublishAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var content = text.ReplaceLineEndings("\n");
        var instrument = InstrumentLibrary.Parse(content);
        return ContentVersions.PublishAsync(
            connection, "quality_of_life.instrument_version", new ContentVersion(instrument.Code, instrument.Version, content), time.GetUtcNow(), cancellationToken);
    }
}
