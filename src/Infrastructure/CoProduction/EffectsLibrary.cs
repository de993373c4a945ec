using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.CoProduction.Effects;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>The questions on perceived effects that were published to this database, read once: a version never changes.</summary>
internal sealed class EffectsLibrary(Databases databases, TimeProvider time) : IEffectsQuestionnaires
{
    // A version published while we run is noticed this late at most, and at once when somebody names what we do not know.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptFromTheCurious = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Habits = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    private Shelf? _shelf;

    public async ValueTask<EffectsQuestionnaire?> FindAsync(string? version, CancellationToken cancellationToken)
    {
        var shelf = _shelf;
        if (shelf is null || time.GetElapsedTime(shelf.ReadAt) > Kept || (shelf.Find(version) is null && time.GetElapsedTime(shelf.ReadAt) > KeptFromTheCurious))
        {
            _shelf = shelf = await ReadAsync(cancellationToken);
        }

        return shelf.Find(version);
    }

    /// <summary>Reads a questionnaire from its published text.</summary>
    internal static EffectsQuestionnaire Parse(string content)
    {
        var published = JsonSerializer.Deserialize<Published>(content, Habits) ?? throw new JsonException("The questionnaire is empty.");
        return new EffectsQuestionnaire(published.Instrument, published.Version, published.Status, published.Notice, published.Scale, published.Groups);
    }

    private async Task<Shelf> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.App.CreateCommand("SELECT content FROM coproduction.effects_questionnaire WHERE code = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = EffectsQuestionnaire.Effects });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<EffectsQuestionnaire> versions = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            versions.Add(Parse(reader.GetString(0)));
        }

        return new Shelf([.. versions.OrderBy(one => System.Version.Parse(one.Version))], time.GetTimestamp());
    }

    private sealed record Published(string Instrument, string Version, string Status, Wording Notice, EffectsScale Scale, IReadOnlyList<EffectsGroup> Groups);

    private sealed record Shelf(IReadOnlyList<EffectsQuestionnaire> Versions, long ReadAt)
    {
        public EffectsQuestionnaire? Find(string? version) => version is not null ? Versions.FirstOrDefault(one => one.Version == version) : Versions.Count == 0 ? null : Versions[^1];
    }
}
