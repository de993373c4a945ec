using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Search;

namespace Barometre.Application.Participation.Lists;

/// <summary>A person in a list: what they want to be called, nothing of their record.</summary>
/// <param name="HasAccount">True once the person has claimed the record.</param>
public sealed record PersonView(Guid ServiceUserId, string CalledName, bool HasAccount);

/// <summary>A person found, their name still sealed.</summary>
internal sealed record SealedPerson(Guid ServiceUserId, byte[] CalledNameSealed, bool HasAccount);

/// <summary>Names are sealed one by one, so that no index knows them: they are opened in memory, then searched, sorted and cut into pages.</summary>
internal static class NamedPeople
{
    /// <summary>The longest text looked for.</summary>
    public const int LongestSearch = 100;

    public static async Task<Page<PersonView>> PageAsync(
        this IRecordKeys keys, List<SealedPerson> people, string? search, string? after, int limit, CancellationToken cancellationToken)
    {
        var place = Cursor.Id(after);
        var known = await keys.ForManyAsync(people.ConvertAll(person => person.ServiceUserId), cancellationToken);
        // A record whose key was erased has no name any more.
        var named = people.Where(person => known.ContainsKey(person.ServiceUserId))
            .Select(person => new PersonView(person.ServiceUserId, known[person.ServiceUserId].Open(OpenRecordCommand.NameColumn, person.CalledNameSealed), person.HasAccount))
            .ToList();
        named.Sort((one, other) => NameSearch.Compare(one.CalledName, other.CalledName) is not 0 and var order ? order : one.ServiceUserId.CompareTo(other.ServiceUserId));
        // The page starts after the person it stopped at, wherever their name now stands; somebody who left the list ends it.
        var start = place is null ? 0 : named.FindIndex(person => person.ServiceUserId == place) + 1;
        var found = place is not null && start == 0 ? [] : named.Skip(start).Where(person => NameSearch.Finds(search, person.CalledName)).Take(limit + 1).ToList();
        return Pages.Of(found, limit, last => Cursor.Of(last.ServiceUserId));
    }
}
