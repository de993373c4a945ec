using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;

namespace Barometre.WebApi.Demonstration;

/// <summary>The maps that the demonstration's records tell, as shipped in <c>networks.v1.json</c>; everybody on them is invented.</summary>
internal sealed class DemonstrationNetwork(DemonstrationVoices voices, DemonstrationContent content, IReadOnlySet<string> departed)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>By the key of the person.</summary>
    public static IReadOnlyDictionary<string, ContentNetwork> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, ContentNetwork>>(File.ReadAllText(Path.Combine(DemonstrationContent.Folder, "networks.v1.json")), Options)!;

    /// <summary>Notes a person's map: what they say, or say together with a practitioner, then how practitioners see the ties.</summary>
    public async Task LoadAsync(ContentPerson person, ContentNetwork network, DateTimeOffset begunAt)
    {
        var facts = network.Facts(person.Key, begunAt).ToList();
        foreach (var by in facts.GroupBy(fact => fact.By ?? network.Joint ?? "person").OrderBy(by => by.Any(fact => fact.By is not null)))
        {
            var account = by.Key == "person" ? person.Account : departed.Contains(by.Key) ? null : content.Staff.First(staff => staff.Key == by.Key).Account;
            if (account is not null)
            {
                await voices.SendAsync(account, new NoteNetworkFactsCommand(DemonstrationProjects.IdOf("person", person.Key), [.. by.Select(fact => fact.Fact)]));
            }
        }
    }
}

/// <param name="Alters">Who is on the map.</param>
/// <param name="Joint">The practitioner on whose device the person notes it.</param>
internal sealed record ContentNetwork(IReadOnlyList<ContentAlter> Alters, IReadOnlyList<ContentSnapshot>? Snapshots = null, string? Joint = null)
{
    /// <summary>The facts, each with the practitioner who notes it alone, if one does.</summary>
    public IEnumerable<(string? By, GivenNetworkFact Fact)> Facts(string person, DateTimeOffset begunAt)
    {
        var plan = new NetworkCourse(this, person, begunAt);
        return Alters.Index().SelectMany(alter => plan.Of(alter.Item, alter.Index)).Concat((Snapshots ?? []).Select(plan.Of));
    }
}

/// <summary>Turns what the content says of one person's map into facts, with ids that are the same whenever they are loaded.</summary>
internal sealed class NetworkCourse(ContentNetwork network, string person, DateTimeOffset begunAt)
{
    public (string? By, GivenNetworkFact Fact) Of(ContentSnapshot snapshot) =>
        (null, Own(snapshot.DaysAgo, NetworkFactKind.SnapshotNamed, Id($"snapshot/{snapshot.Key}"), snapshot.Key) with { Name = snapshot.Name });

    public IEnumerable<(string? By, GivenNetworkFact Fact)> Of(ContentAlter alter, int number)
    {
        var id = Id(alter.Key);
        yield return (null, Own(alter.DaysAgo, NetworkFactKind.AlterNamed, id, alter.Key) with { Name = alter.Name, AlterKind = alter.Kind, Circle = alter.Circle });
        foreach (var (i, tie) in (alter.Ties ?? []).Index())
        {
            yield return (tie.By, Stated(tie, id, $"{alter.Key}/{i}"));
        }

        // Around the middle one after the other, as near as the person last said.
        var near = alter.Ties?.LastOrDefault(tie => tie.By is null)?.Closeness ?? 50;
        yield return (null, Own(alter.DaysAgo, NetworkFactKind.AlterPlaced, id, alter.Key) with { Angle = 360.0 * number / network.Alters.Count, Radius = (100 - near) / 100.0 });
        foreach (var fact in Later(alter, id))
        {
            yield return (null, fact);
        }
    }

    private GivenNetworkFact Stated(ContentTie tie, Guid alter, string key)
    {
        var stated = Own(tie.DaysAgo, NetworkFactKind.TieStated, alter, key) with
        {
            Closeness = tie.Closeness,
            Quality = tie.Quality,
            Frequency = tie.Frequency,
            Given = tie.Given,
            Received = tie.Received,
            Comment = tie.Comment,
        };
        return tie.By is null ? stated : stated with { Setting = Setting.Alone, Perspective = null };
    }

    private IEnumerable<GivenNetworkFact> Later(ContentAlter alter, Guid id)
    {
        foreach (var other in alter.Knows ?? [])
        {
            var since = Math.Min(alter.DaysAgo, network.Alters.First(one => one.Key == other).DaysAgo);
            yield return Own(since, NetworkFactKind.AltersTied, id, $"{alter.Key}/{other}") with { OtherId = Id(other) };
        }

        if (alter.LeftDaysAgo is { } left)
        {
            yield return Own(left, NetworkFactKind.AlterLeft, id, alter.Key);
        }

        if (alter.BackDaysAgo is { } back)
        {
            yield return Own(back, NetworkFactKind.AlterBack, id, alter.Key);
        }

        if (alter.MergedInto is { } same)
        {
            yield return Own(alter.DaysAgo - 1, NetworkFactKind.AltersMerged, id, alter.Key) with { OtherId = Id(same) };
        }
    }

    private Guid Id(string key) => Steady.Id(begunAt, $"alter/{person}/{key}");

    private GivenNetworkFact Own(int daysAgo, NetworkFactKind kind, Guid subject, string key)
    {
        var at = begunAt.AddDays(-daysAgo);
        return new GivenNetworkFact(Steady.Id(at, $"network/{person}/{kind}/{key}"), kind, subject, at, network.Joint is null ? Setting.Alone : Setting.Joint, Perspective.ServiceUser);
    }
}

/// <param name="Knows">Keys of others on the map.</param>
/// <param name="MergedInto">The key of the entry that it turned out to be.</param>
internal sealed record ContentAlter(
    string Key, string Name, AlterKind Kind, LifeCircle Circle, int DaysAgo, IReadOnlyList<ContentTie>? Ties = null, IReadOnlyList<string>? Knows = null,
    int? LeftDaysAgo = null, int? BackDaysAgo = null, string? MergedInto = null);

/// <param name="By">The practitioner who sees it so; the person when not said.</param>
internal sealed record ContentTie(
    int DaysAgo, int? Closeness = null, int? Quality = null, ContactFrequency? Frequency = null, IReadOnlyList<SupportKind>? Given = null, IReadOnlyList<SupportKind>? Received = null,
    string? Comment = null, string? By = null);

internal sealed record ContentSnapshot(string Key, string Name, int DaysAgo);
