using System.Globalization;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The records of people called exactly that, whatever the case and the accents, or whose record has that id: for an operator's command line.</summary>
public sealed record FindPeopleByNameQuery(string CalledName) : IQuery<IReadOnlyList<Guid>>
{
    public Needed Access => Needed.System;
}

internal sealed class FindPeopleByNameHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys) : IRequestHandler<FindPeopleByNameQuery, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(FindPeopleByNameQuery query, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        if (Guid.TryParse(query.CalledName, out var id) && await db.ServiceUsers.AnyAsync(person => person.ServiceUserId == id, cancellationToken))
        {
            return [id];
        }

        var people = await db.ServiceUsers.AsNoTracking().Select(person => new { person.ServiceUserId, person.CalledNameSealed }).ToListAsync(cancellationToken);
        var opened = await keys.ForManyAsync([.. people.Select(person => person.ServiceUserId)], cancellationToken);
        return [.. people
            .Where(person => opened.TryGetValue(person.ServiceUserId, out var key) && Same(key.Open(OpenRecordCommand.NameColumn, person.CalledNameSealed), query.CalledName))
            .Select(person => person.ServiceUserId)];
    }

    private static bool Same(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
