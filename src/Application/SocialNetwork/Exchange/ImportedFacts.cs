using System.Globalization;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>What a file says that the map does not say yet, as facts whose ids follow from what they say.</summary>
/// <param name="at">When what the file does not date is noted.</param>
internal sealed class ImportedFacts(NetworkMap known, MapWords words, DateTimeOffset at, Setting setting)
{
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
        List<GivenNetworkFact> facts = [Fact(NetworkFactKind.AlterNamed, alter.Id, since) with { Name = alter.Name, AlterKind = alter.Kind, Circle = alter.Circle }];
        if (alter.HasTie)
        {
            facts.Add(Stated(alter, alter.SaidAt ?? at));
        }

        if (alter is { Angle: not null, Radius: not null })
        {
            facts.Add(Fact(NetworkFactKind.AlterPlaced, alter.Id, since) with { Angle = alter.Angle, Radius = alter.Radius });
        }

        if (!alter.IsPresent)
        {
            facts.Add(Fact(NetworkFactKind.AlterLeft, alter.Id, alter.LeftAt ?? at));
        }

        return facts.ConvertAll(WithId);
    }

    private List<GivenNetworkFact> AsKnown(ExchangedAlter alter, ExchangedAlter now)
    {
        List<GivenNetworkFact> facts = [];
        if ((alter.Name, alter.Kind, alter.Circle) != (now.Name, now.Kind, now.Circle))
        {
            facts.Add(Fact(NetworkFactKind.AlterChanged, alter.Id, at) with { Name = alter.Name, AlterKind = alter.Kind, Circle = alter.Circle });
        }

        // What the file does not say of the tie stays as it is.
        var tie = alter with
        {
            Closeness = alter.Closeness ?? now.Closeness,
            Quality = alter.Quality ?? now.Quality,
            Frequency = alter.Frequency ?? now.Frequency,
            Given = alter.Given ?? now.Given,
            Received = alter.Received ?? now.Received,
            Comment = alter.Comment ?? now.Comment,
        };
        if ((tie.Closeness, tie.Quality, tie.Frequency, tie.Given, tie.Received, tie.Comment) != (now.Closeness, now.Quality, now.Frequency, now.Given, now.Received, now.Comment))
        {
            facts.Add(Stated(tie, at));
        }

        if (alter is { Angle: not null, Radius: not null } && (alter.Angle, alter.Radius) != (now.Angle, now.Radius))
        {
            facts.Add(Fact(NetworkFactKind.AlterPlaced, alter.Id, at) with { Angle = alter.Angle, Radius = alter.Radius });
        }

        if (alter.IsPresent != now.IsPresent)
        {
            facts.Add(Fact(alter.IsPresent ? NetworkFactKind.AlterBack : NetworkFactKind.AlterLeft, alter.Id, at));
        }

        return facts.ConvertAll(fact => WithId(fact with { Id = StableId.Of($"import|since {now.SaidAt:O} {now.Since:O} {now.LeftAt:O}") }));
    }

    private IEnumerable<GivenNetworkFact> Of(ExchangedTie tie)
    {
        var (one, other) = (known.RootOf(tie.One), known.RootOf(tie.Other));
        var pair = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        var said = _strengths.TryGetValue(pair, out var strength) && (tie.Strength is null || tie.Strength == strength);
        return said || one == other ? [] : [WithId(Fact(NetworkFactKind.AltersTied, pair.Item1, _strengths.ContainsKey(pair) ? at : tie.Since ?? at) with { OtherId = pair.Item2, Strength = tie.Strength })];
    }

    private GivenNetworkFact Stated(ExchangedAlter alter, DateTimeOffset when) => Fact(NetworkFactKind.TieStated, alter.Id, when) with
    {
        Closeness = alter.Closeness,
        Quality = alter.Quality,
        Frequency = alter.Frequency,
        Given = alter.Given?.List(),
        Received = alter.Received?.List(),
        Comment = alter.Comment,
    };

    private GivenNetworkFact Fact(NetworkFactKind kind, Guid subject, DateTimeOffset when) => new(Guid.Empty, kind, subject, when, setting, Perspective.ServiceUser);

    /// <summary>From all that the fact says, but not from when an undated file was imported: imported again, it is the same fact.</summary>
    private GivenNetworkFact WithId(GivenNetworkFact fact)
    {
        var when = fact.At == at ? "" : fact.At.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return fact with
        {
            Id = StableId.Of(string.Join('|', "import", fact.Id, fact.Kind, fact.SubjectId, fact.OtherId, when, fact.Name, fact.AlterKind, fact.Circle, fact.Closeness, fact.Quality, fact.Frequency,
                fact.Given is null ? null : Supports.Of(fact.Given).Bits, fact.Received is null ? null : Supports.Of(fact.Received).Bits, fact.Comment, fact.Strength,
                fact.Angle?.ToString("R", CultureInfo.InvariantCulture), fact.Radius?.ToString("R", CultureInfo.InvariantCulture))),
        };
    }
}
