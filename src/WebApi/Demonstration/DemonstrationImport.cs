using Barometre.Application.QualityOfLife.Import;
using Barometre.Infrastructure.QualityOfLife.Import;

namespace Barometre.WebApi.Demonstration;

/// <summary>Loads the one real person's published ratings, shipped with their attribution.</summary>
internal sealed class DemonstrationImport(DemonstrationVoices voices)
{
    public async Task RunAsync(Guid serviceUserId)
    {
        var folder = Path.Combine(DemonstrationContent.Folder, "real-self-ratings");
        var mapping = SelfRatingsMapping.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "mapping.json")));
        using var text = new StreamReader(Path.Combine(folder, "ESMdata.csv"));
        var lines = new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None);
        await voices.SendAsync(new ImportSelfRatingsCommand(serviceUserId, mapping.Instrument, lines, SkipBad: false, Progress: null));
    }
}
