using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Published;
using Npgsql;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>Publishes the questions on perceived effects that this release carries.</summary>
internal sealed class EffectsContent(TimeProvider time) : IPublishedContent
{
    public async Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var text in await ContentVersions.CarriedAsync("CoProduction", cancellationToken))
        {
            var questionnaire = EffectsLibrary.Parse(text);
            await ContentVersions.PublishAsync(
                connection, "coproduction.effects_questionnaire", new ContentVersion(questionnaire.Code, questionnaire.Version, text), time.GetUtcNow(), cancellationToken);
        }
    }
}
