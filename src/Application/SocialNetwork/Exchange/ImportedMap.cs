using System.Globalization;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>What a file says that the map does not say yet, as facts whose ids follow from what they say.</summary>
/// <param name="at">When what the file does not date is noted.</param>
internal sealed class ImportedMap(NetworkMap known, MapWords words, DateTimeOffset at, Setting setting)
{
    private static readonly Perspective[] Voices = Enum.GetValues<Perspective>();

    private readonly Dictionary<Guid, Alter> _alters = known.Present.Concat(known.Left).ToDictionary(alter => alter.Id);
    private readonly Dictionary<(Guid, Guid), short?> _strengths = known.Ties.ToDictionary(tie => (tie.One, tie.Other), tie => tie.Strength);

    public IEnumerable<GivenNetworkFact> Of(ExchangedMap file) => file.Alters.SelectMany(Of).Concat(file.Ties.SelectMany(Of));

    private IEnumerable<GivenNetworkFact> Of(ExchangedAlter alter)
    {
        // An entry that was merged meanwhile is the one that it is now.
        var there = _alters.GetValueOrDefault(known.RootOf(alter.Id));
        return there is null ? AsNew(alter) : there.Id != alter.Id ? [] : AsKnown(alter, ExchangedAlter.Of(there, words));
    }

    private List<GivenNetworkFact> AsNew(ExchangedAlter alter)
    {
        var since = alter.Since ?? at;
        List<GivenNetworkFact> facts = [Fact(NetworkFactKind.AlterNamed, alter.Id, since) with { Name = alter.Name, AlterKind = alter.Kind, Circle = alter.Circle, MemberId = alter.MemberId }];
        facts.AddRange(Voices.Where(voice => alter.In(voice).SaysSomething).Select(voice => Stated(alter.Id, voice, alter.In(voice), alter.In(voice).SaidAt ?? at)));
        if (alter is { Angle: not null, Radius: not null })
        {
            facts.Add(Fact(NetworkFactKind.AlterPlaced, alter.Id, since) with { Angle = alter.Angle, Radius = alter.Radius });
        }

        if (!alter.IsPresent)
        {
            facts.Add(Fact(NetworkFactKind.AlterLeft, alter.Id, alter.LeftAt ?? at));
        }

        facts.AddRange(alter.Merged.SelectMany(merged => Merge(merged, alter, since)));
        return facts.ConvertAll(WithId);
    }

    private List<GivenNetworkFact> AsKnown(ExchangedAlter alter, ExchangedAlter now)
    {
        List<GivenNetworkFact> facts = [];
        if ((alter.Name, alter.Kind, alter.Circle) != (now.Name, now.Kind, now.Circle))
        {
            facts.Add(Fact(NetworkFactKind.AlterChanged, alter.Id, at) with { Name = alter.Name, AlterKind = alter.Kind, Circle = alter.Circle });
        }

        if (alter.MemberId is { } member && member != now.MemberId)
        {
            facts.Add(Fact(NetworkFactKind.AlterLinked, alter.Id, at) with { MemberId = member });
        }

        // What the file does not say of the tie stays as it is.
        facts.AddRange(Voices.Where(voice => alter.In(voice).Over(now.In(voice)) != now.In(voice)).Select(voice => Stated(alter.Id, voice, alter.In(voice).Over(now.In(voice)), at)));
        if (alter is { Angle: not null, Radius: not null } && (alter.Angle, alter.Radius) != (now.Angle, now.Radius))
        {
            facts.Add(Fact(NetworkFactKind.AlterPlaced, alter.Id, at) with { Angle = alter.Angle, Radius = alter.Radius });
        }

        if (alter.IsPresent != now.IsPresent)
        {
            facts.Add(Fact(alter.IsPresent ? NetworkFactKind.AlterBack : NetworkFactKind.AlterLeft, alter.Id, at));
        }

        facts.AddRange(alter.Merged.Where(merged => known.RootOf(merged) != alter.Id).SelectMany(merged => Merge(merged, alter, at)));
        var before = StableId.Of(string.Join('|', Voices.Select(voice => $"{now.In(voice).SaidAt:O}")) + $"|import|{now.Since:O} {now.LeftAt:O}");
        return facts.ConvertAll(fact => WithId(fact with { Id = before }));
    }

    private IEnumerable<GivenNetworkFact> Of(ExchangedTie tie)
    {
        var (one, other) = (known.RootOf(tie.One), known.RootOf(tie.Other));
        var pair = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        var said = _strengths.TryGetValue(pair, out var strength) && (tie.Strength is null || tie.Strength == strength);
        return said || one == other ? [] : [WithId(Fact(NetworkFactKind.AltersTied, pair.Item1, _strengths.ContainsKey(pair) ? at : tie.Since ?? at) with { OtherId = pair.Item2, Strength = tie.Strength })];
    }

    private GivenNetworkFact Stated(Guid alter, Perspective voice, ExchangedVoice said, DateTimeOffset when) => Fact(NetworkFactKind.TieStated, alter, when) with
    {
        Perspective = voice,
        Closeness = said.Closeness,
        Quality = said.Quality,
        Frequency = said.Frequency,
        Given = said.Given?.List(),
        Received = said.Received?.List(),
        Comment = said.Comment,
    };

    // An entry that the map does not have is named as the one that it turned out to be.
    private IEnumerable<GivenNetworkFact> Merge(Guid from, ExchangedAlter into, DateTimeOffset when)
    {
        var there = _alters.ContainsKey(known.RootOf(from));
        GivenNetworkFact[] named = there ? [] : [Fact(NetworkFactKind.AlterNamed, from, when) with { Name = into.Name, AlterKind = into.Kind, Circle = into.Circle }];
        return named.Append(Fact(NetworkFactKind.AltersMerged, from, there ? at : when) with { OtherId = into.Id });
    }

    private GivenNetworkFact Fact(NetworkFactKind kind, Guid subject, DateTimeOffset when) => new(Guid.Empty, kind, subject, when, setting, Perspective.ServiceUser);

    /// <summary>From all that the fact says, but not from when an undated file was imported: imported again, it is the same fact.</summary>
    private GivenNetworkFact WithId(GivenNetworkFact fact)
    {
        var when = fact.At == at ? "" : fact.At.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return fact with
        {
            Id = StableId.Of(string.Join('|', "import", fact.Id, fact.Kind, fact.SubjectId, fact.OtherId, when, fact.Perspective, fact.Name, fact.AlterKind, fact.Circle, fact.MemberId, fact.Closeness, fact.Quality, fact.Frequency,
                fact.Given is null ? null : Supports.Of(fact.Given).Bits, fact.Received is null ? null : Supports.Of(fact.Received).Bits, fact.Comment, fact.Strength,
                fact.Angle?.ToString("R", CultureInfo.InvariantCulture), fact.Radius?.ToString("R", CultureInfo.InvariantCulture))),
        };
    }
}
