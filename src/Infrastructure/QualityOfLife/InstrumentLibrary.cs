using System.Text.Json;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>The instruments that were published to this database, read once: a version never changes.</summary>
internal sealed class InstrumentLibrary(Databases databases, TimeProvider time) : IInstruments
{
    // A version published while we run is noticed this late at most, and at once when somebody names it.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptFromTheCurious = TimeSpan.FromSeconds(1);
    private Shelf? _shelf;

    public async ValueTask<Instrument?> FindAsync(string? version, CancellationToken cancellationToken)
    {
        var shelf = _shelf;
        if (shelf is null || shelf.IsOlderThan(Kept, time))
        {
            _shelf = shelf = await ReadAsync(cancellationToken);
        }

        var found = shelf.Find(version);
        if (found is null && shelf.IsOlderThan(KeptFromTheCurious, time))
        {
            _shelf = shelf = await ReadAsync(cancellationToken);
            found = shelf.Find(version);
        }

        return found;
    }

    /// <summary>Reads an instrument from its published text.</summary>
    internal static Instrument Parse(string content)
    {
        var published = JsonSerializer.Deserialize<Published>(content, JsonSerializerOptions.Web) ?? throw new JsonException("The instrument is empty.");
        return new Instrument(published.Instrument, published.Version, published.Status, published.Notice, published.Scale, published.Spheres);
    }

    private async Task<Shelf> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.App.CreateCommand("SELECT content FROM quality_of_life.instrument_version WHERE instrument = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Instrument.QualityOfLife });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Instrument> instruments = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            instruments.Add(Parse(reader.GetString(0)));
        }

        return new Shelf([.. instruments.OrderBy(one => System.Version.Parse(one.Version))], time.GetTimestamp());
    }

    private sealed record Published(string Instrument, string Version, string Status, Wording Notice, Scale Scale, IReadOnlyList<Sphere> Spheres);

    private sealed record Shelf(IReadOnlyList<Instrument> Instruments, long ReadAt)
    {
        private Instrument? Newest => Instruments.Count == 0 ? null : Instruments[^1];

        public bool IsOlderThan(TimeSpan age, TimeProvider time) => time.GetElapsedTime(ReadAt) > age;

        public Instrument? Find(string? version) => version is null ? Newest : Instruments.FirstOrDefault(one => one.Version == version);
    }
}
