using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Barometre.Application.Shared.Pipeline;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>Listens to the application's metrics, as an exporter does.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)> _measured = [];
    private readonly MeterListener _listener = new();

    public Heard()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == Telemetry.Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What an instrument measured with this tag, in order.</summary>
    public IReadOnlyList<double> Of(string instrument, string tag, string value) =>
        [.. _measured.Where(one => one.Instrument == instrument && Equals(one.Tags.GetValueOrDefault(tag), value)).Select(one => one.Value)];

    /// <summary>The names of all tags heard.</summary>
    public IReadOnlyCollection<string> Tags => [.. _measured.Where(one => one.Instrument.StartsWith("barometre.jobs", StringComparison.Ordinal)).SelectMany(one => one.Tags.Keys).Distinct()];

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
