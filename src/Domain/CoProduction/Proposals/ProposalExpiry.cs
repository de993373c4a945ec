using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Proposals;

/// <summary>How long proposals wait in a record, as the person chose over time.</summary>
/// <remarks>What lapsed once has lapsed, however long the person lets others wait later: the same may have been proposed anew meanwhile, and declined, and nothing declined comes back by itself.
/// Only their opening it again makes something wait anew.</remarks>
public sealed class ProposalExpiry
{
    // From when, by arrival, until the next one, after how many days: what a device sends late cannot have let anything lapse before it arrived.
    private readonly List<(DateTimeOffset From, int? Days)> _terms = [];

    /// <param name="choices">All of the record's.</param>
    public ProposalExpiry(IEnumerable<ProposalTerms> choices)
    {
        List<ProposalTerms> arrived = [];
        foreach (var choice in choices.OrderBy(choice => choice.RecordedAt).ThenBy(choice => choice.Id))
        {
            arrived.Add(choice);
            Chosen = arrived.LastAt(DateTimeOffset.MaxValue);
            _terms.Add((choice.RecordedAt, Chosen!.LapseAfterDays));
        }
    }

    /// <summary>The choice that counts now: the last one by the clock of whoever made it; null until the person chose.</summary>
    public ProposalTerms? Chosen { get; }

    /// <summary>Null when proposals wait for as long as it takes.</summary>
    public int? LapseAfterDays => Chosen?.LapseAfterDays;

    /// <summary>Whether something that waits since then has, at any time until now, waited longer than the person let proposals wait at that time.</summary>
    public bool HasLapsed(DateTimeOffset waitsSince, DateTimeOffset now)
    {
        var known = _terms.TakeWhile(term => term.From <= now).ToList();
        var until = known.Skip(1).Select(next => next.From).Append(now);
        return known.Zip(until).Any(term => term.First.Days is { } days && waitsSince.AddDays(days) <= term.Second);
    }
}
