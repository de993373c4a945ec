using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Strengths;

/// <summary>The catalogues of strengths that were published to this database, read once: a version never changes.</summary>
internal sealed class CatalogueLibrary(Databases databases, TimeProvider time) : IStrengthCatalogues
{
    // A version published while we run is noticed this late at most, and at once when somebody names what we do not know.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptFromTheCurious = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Habits = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    private Shelf? _shelf;

    public ValueTask<StrengthCatalogue?> FindAsync(string? version, CancellationToken cancellationToken) =>
        LookAsync(shelf => version is null ? shelf.Newest : shelf.Catalogues.FirstOrDefault(one => one.Version == version), cancellationToken);

    public async ValueTask<bool> SuggestsAsync(string suggestion, CancellationToken cancellationToken) =>
        await LookAsync(shelf => shelf.Catalogues.FirstOrDefault(one => one.Has(suggestion)), cancellationToken) is not null;

    /// <summary>Reads a catalogue from its published text.</summary>
    internal static StrengthCatalogue Parse(string content)
    {
        var published = JsonSerializer.Deserialize<Published>(content, Habits) ?? throw new JsonException("The catalogue is empty.");
        return new StrengthCatalogue(published.Instrument, published.Version, published.Status, published.Notice, published.Domains);
    }

    private async ValueTask<StrengthCatalogue?> LookAsync(Func<Shelf, StrengthCatalogue?> find, CancellationToken cancellationToken)
    {
        var shelf = _shelf;
        if (shelf is null || time.GetElapsedTime(shelf.ReadAt) > Kept)
        {
            _shelf = shelf = await ReadAsync(cancellationToken);
        }

        var found = find(shelf);
        if (found is null && time.GetElapsedTime(shelf.ReadAt) > KeptFromTheCurious)
        {
            _shelf = shelf = await ReadAsync(cancellationToken);
            found = find(shelf);
        }

        return found;
    }

    private async Task<Shelf> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.App.CreateCommand("SELECT content FROM strengths.catalogue_version WHERE catalogue = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = StrengthCatalogue.Strengths });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<StrengthCatalogue> catalogues = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            catalogues.Add(Parse(reader.GetString(0)));
        }

        return new Shelf([.. catalogues.OrderBy(one => System.Version.Parse(one.Version))], time.GetTimestamp());
    }

    private sealed record Published(string Instrument, string Version, string Status, Wording Notice, IReadOnlyList<StrengthDomainContent> Domains);

    private sealed record Shelf(IReadOnlyList<StrengthCatalogue> Catalogues, long ReadAt)
    {
        public StrengthCatalogue? Newest => Catalogues.Count == 0 ? null : Catalogues[^1];
    }
}
