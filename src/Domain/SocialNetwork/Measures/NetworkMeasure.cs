using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>A measure of one map of one person, or of what became of it, as computed by a job and kept.</summary>
public sealed class NetworkMeasure
{
    /// <summary>Stands for the current map, and for "by itself, not since another".</summary>
    public static readonly Guid None = Guid.Empty;

    private NetworkMeasure()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>The snapshot that is measured; <see cref="None"/> for the current map.</summary>
    public Guid MapId { get; private init; }

    /// <summary>The snapshot since which the evolution is measured; <see cref="None"/> when the map is measured by itself.</summary>
    public Guid SinceId { get; private init; }

    public Perspective Perspective { get; private init; }

    public MeasureCode Code { get; private init; }

    /// <summary>The circle of life of a share; empty for the whole.</summary>
    public string Part { get; private init; } = "";

    public double? Value { get; private init; }

    public Undefined? Why { get; private init; }

    public int N { get; private init; }

    /// <summary>The version of the definitions.</summary>
    public string Method { get; private init; } = "";

    /// <summary>Stands for the very set of facts computed from.</summary>
    public long Inputs { get; private init; }

    public DateTimeOffset ComputedAt { get; private init; }

    /// <summary>Every measure of a person's network: of each snapshot and of the current map, by itself and since the snapshot before.</summary>
    public static IReadOnlyList<NetworkMeasure> AllOf(Guid serviceUserId, NetworkHistory history, DateTimeOffset computedAt)
    {
        List<NetworkMeasure> rows = [];
        (Guid Id, NetworkMap Map)? before = null;
        var moments = history.Snapshots().Select(snapshot => (snapshot.Id, snapshot.Moment)).Append((None, DateTimeOffset.MaxValue));
        foreach (var (id, moment) in moments)
        {
            var map = history.At(moment);
            var blank = new NetworkMeasure { ServiceUserId = serviceUserId, MapId = id, Method = MapMeasures.Method, Inputs = InputsOf(history, moment), ComputedAt = computedAt };
            rows.AddRange(blank.Filled(Perspective.ServiceUser, MapMeasures.OfStructure(map)));
            rows.AddRange(blank.OfVoices(voice => MapMeasures.OfTies(map, voice)));
            if (before is { } since)
            {
                var evolution = NetworkEvolution.Between(since.Map, map);
                blank = new NetworkMeasure { ServiceUserId = serviceUserId, MapId = id, SinceId = since.Id, Method = NetworkEvolution.Method, Inputs = blank.Inputs, ComputedAt = computedAt };
                rows.AddRange(blank.Filled(Perspective.ServiceUser, EvolutionMeasures.OfPeople(evolution)));
                rows.AddRange(blank.OfVoices(voice => EvolutionMeasures.OfTies(evolution, voice)));
            }

            before = (id, map);
        }

        return rows;
    }

    /// <summary>How a circle of life is written in <see cref="Part"/>.</summary>
    public static string PartOf(LifeCircle circle) => circle == LifeCircle.WorkOrSchool ? "work_or_school" : circle.ToString().ToLowerInvariant();

    private IEnumerable<NetworkMeasure> OfVoices(Func<Perspective, IReadOnlyList<Measured>> measuresOf) => Enum.GetValues<Perspective>().SelectMany(voice => Filled(voice, measuresOf(voice)));

    private IEnumerable<NetworkMeasure> Filled(Perspective perspective, IReadOnlyList<Measured> measures) => measures.Select(measure => new NetworkMeasure
    {
        ServiceUserId = ServiceUserId,
        MapId = MapId,
        SinceId = SinceId,
        Perspective = perspective,
        Code = measure.Code,
        Part = measure.Part is { } circle ? PartOf(circle) : "",
        Value = measure.Value,
        Why = measure.Why,
        N = measure.N,
        Method = Method,
        Inputs = Inputs,
        ComputedAt = ComputedAt,
    });

    // Another fact, or one less, is another number, whatever the order.
    private static long InputsOf(NetworkHistory history, DateTimeOffset moment)
    {
        var inputs = 0UL;
        Span<byte> id = stackalloc byte[16];
        foreach (var (fact, _) in history.Until(moment))
        {
            fact.Id.TryWriteBytes(id);
            // Mixed, so that neighbouring ids do not cancel out (the finaliser of SplitMix64).
            var mixed = BitConverter.ToUInt64(id) ^ (BitConverter.ToUInt64(id[8..]) * 0x9E3779B97F4A7C15);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            inputs += mixed ^ (mixed >> 31);
        }

        return unchecked((long)inputs);
    }
}
