using Barometre.Application.Shared;
using Barometre.Application.Shared.Search;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>Finds alters of this record by what is typed of their name; accents and case do not matter.</summary>
/// <param name="Name">The beginning of any of the name's words; nothing finds everybody.</param>
public sealed record SearchAltersQuery(Guid ServiceUserId, string? Name) : IQuery<FoundAlters>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>Alters found, in the order of their names.</summary>
/// <param name="More">There are more: typing more of the name finds them.</param>
public sealed record FoundAlters(IReadOnlyList<FoundAlter> Found, bool More);

/// <summary>An alter found.</summary>
/// <param name="LeftAt">When it left the person's life; null while it is there.</param>
public sealed record FoundAlter(Guid Id, string Name, AlterKind Kind, LifeCircle Circle, DateTimeOffset? LeftAt);

internal sealed class SearchAltersValidator : AbstractValidator<SearchAltersQuery>
{
    public SearchAltersValidator() => RuleFor(query => query.Name).MaximumLength(NetworkFact.LongestName);
}

internal sealed class SearchAltersHandler(MapReader reader) : IRequestHandler<SearchAltersQuery, FoundAlters>
{
    // A list to choose from: whoever is not on it is found by typing on.
    private const int Most = 50;

    public async Task<FoundAlters> Handle(SearchAltersQuery query, CancellationToken cancellationToken)
    {
        var map = (await reader.HistoryAsync(query.ServiceUserId, FactsWanted.WithoutComments, cancellationToken)).Latest();
        var words = await reader.WordsAsync(query.ServiceUserId, null, cancellationToken);
        List<FoundAlter> found =
        [
            .. map.Present.Concat(map.Left)
                .Select(alter => new FoundAlter(alter.Id, words.NameOf(alter), alter.Kind, alter.Circle, alter.LeftAt))
                .Where(alter => NameSearch.Finds(query.Name, alter.Name))
                .Order(Comparer<FoundAlter>.Create((one, other) => NameSearch.Compare(one.Name, other.Name) is not 0 and var order ? order : one.Id.CompareTo(other.Id))),
        ];
        return new FoundAlters(found.Count <= Most ? found : found[..Most], found.Count > Most);
    }
}
