using Barometre.Application.Shared;
using Barometre.Domain.Participation.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Incidents;

/// <summary>A person whom an incident concerns, by the record's id.</summary>
/// <param name="Looked">Entries of the register of who looked, in its time, by its accounts.</param>
/// <param name="Left">Entries of the register of communications, likewise: what was handed over, and what other systems read.</param>
public sealed record PersonConcerned(Guid ServiceUserId, int Looked, int Left, DateTimeOffset First, DateTimeOffset Last);

/// <summary>Whom an incident concerns, found in the registers; in the order of their ids.</summary>
public sealed record FindPeopleConcernedQuery(Guid IncidentId) : IQuery<IReadOnlyList<PersonConcerned>>
{
    public Needed Access => Needed.System;
}

internal sealed class FindPeopleConcernedHandler(IParticipationDb db, IRecordScope scope) : IRequestHandler<FindPeopleConcernedQuery, IReadOnlyList<PersonConcerned>>
{
    public async Task<IReadOnlyList<PersonConcerned>> Handle(FindPeopleConcernedQuery query, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(one => one.Id == query.IncidentId, cancellationToken) ?? throw new NotFound();
        var (looked, left) = (await LookedAsync(incident, cancellationToken), await LeftAsync(incident, cancellationToken));
        return [.. looked.Keys.Union(left.Keys).Order().Select(person => Concerned(person, looked.GetValueOrDefault(person), left.GetValueOrDefault(person)))];
    }

    private async Task<Dictionary<Guid, Acts>> LookedAsync(Incident incident, CancellationToken cancellationToken)
    {
        var (accounts, projects) = (incident.AccountIds, incident.ProjectIds);
        return (await db.RegisterEntries.AsNoTracking()
            .Where(entry => entry.At >= incident.HappenedFrom && entry.At <= incident.HappenedUntil && entry.AccountId != null)
            .Where(entry => accounts.Length == 0 || accounts.Contains(entry.AccountId!.Value))
            // An act through a place, in an emergency or as a representative is of the project that it came from; one through none of them (a coordinator's), of any project that
            // its account has or had a role in.
            .Where(entry => projects.Length == 0
                || db.CircleMembers.Any(member => member.ServiceUserId == entry.ServiceUserId && member.Id == entry.MemberId && projects.Contains(member.ProjectId!.Value))
                || db.EmergencyAccesses.Any(one => one.ServiceUserId == entry.ServiceUserId && one.Id == entry.MemberId && projects.Contains(one.ProjectId))
                || db.Representatives.Any(one => one.ServiceUserId == entry.ServiceUserId && one.Id == entry.MemberId && projects.Contains(one.ProjectId))
                || (entry.MemberId == null && db.RoleAssignments.Any(held => held.AccountId == entry.AccountId && projects.Contains(held.ProjectId!.Value))))
            .GroupBy(entry => entry.ServiceUserId)
            .Select(entries => new { Person = entries.Key, Count = entries.Count(), First = entries.Min(entry => entry.At), Last = entries.Max(entry => entry.At) })
            .ToListAsync(cancellationToken)).ToDictionary(found => found.Person, found => new Acts(found.Count, found.First, found.Last));
    }

    private async Task<Dictionary<Guid, Acts>> LeftAsync(Incident incident, CancellationToken cancellationToken)
    {
        var (accounts, projects) = (incident.AccountIds, incident.ProjectIds);
        return (await db.Communications.AsNoTracking()
            .Where(entry => entry.At >= incident.HappenedFrom && entry.At <= incident.HappenedUntil)
            .Where(entry => accounts.Length == 0 || accounts.Contains(entry.RecipientId!.Value))
            .Where(entry => projects.Length == 0
                || db.CircleMembers.Any(member => member.ServiceUserId == entry.ServiceUserId && member.AccountId == entry.RecipientId && projects.Contains(member.ProjectId!.Value)))
            .GroupBy(entry => entry.ServiceUserId)
            .Select(entries => new { Person = entries.Key, Count = entries.Count(), First = entries.Min(entry => entry.At), Last = entries.Max(entry => entry.At) })
            .ToListAsync(cancellationToken)).ToDictionary(found => found.Person, found => new Acts(found.Count, found.First, found.Last));
    }

    private static PersonConcerned Concerned(Guid person, Acts? looked, Acts? left)
    {
        var both = new[] { looked, left }.OfType<Acts>().ToList();
        return new PersonConcerned(person, looked?.Count ?? 0, left?.Count ?? 0, both.Min(acts => acts.First), both.Max(acts => acts.Last));
    }

    private sealed record Acts(int Count, DateTimeOffset First, DateTimeOffset Last);
}
