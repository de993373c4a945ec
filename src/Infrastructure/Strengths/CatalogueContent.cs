using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Published;
using Npgsql;

namespace Barometre.Infrastructure.Strengths;

/// <summary>Publishes the catalogues of strengths that this release carries.</summary>
internal sealed class CatalogueContent(TimeProvider time) : IPublishedContent
{
    public async Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var text in await ContentVersions.CarriedAsync("Strengths", cancellationToken))
        {
            var catalogue = CatalogueLibrary.Parse(text);
            await ContentVersions.PublishAsync(
                connection, "strengths.catalogue_version", new ContentVersion(catalogue.Code, catalogue.Version, text), time.GetUtcNow(), cancellationToken);
        }
    }
}
