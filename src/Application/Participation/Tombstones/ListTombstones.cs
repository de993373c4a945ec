using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Tombstones;

/// <summary>What a recipient must remove: what it has of that record for that purpose.</summary>
/// <param name="ServiceUserId">The id that the recipient knows the record by.</param>
/// <param name="Tabs">Of these tabs only; empty: all that it has.</param>
public sealed record TombstoneView(long Number, Guid ServiceUserId, ConsentKind Kind, string Subject, TombstoneReason Reason, IReadOnlyList<Tab> Tabs, DateTimeOffset At);

/// <summary>What the caller, another system or a researcher, must remove, oldest first. The last page's cursor asks for what comes later.</summary>
public sealed record ListTombstonesQuery(string? After, int Limit) : IQuery<Feed<TombstoneView>>
{
    public Needed Access => Needed.AnyProject(Role.Integrator, Role.Researcher);
}

/// <summary>A page of what goes on for ever.</summary>
/// <param name="Next">Where to read on, now or later; the cursor that was given when nothing is new.</param>
public sealed record Feed<T>(IReadOnlyList<T> Items, string? Next);

internal sealed class ListTombstonesValidator : AbstractValidator<ListTombstonesQuery>
{
    public ListTombstonesValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ListTombstonesHandler(IParticipationDb db, Caller caller) : IRequestHandler<ListTombstonesQuery, Feed<TombstoneView>>
{
    public async Task<Feed<TombstoneView>> Handle(ListTombstonesQuery query, CancellationToken cancellationToken)
    {
        var after = Cursor.Number(query.After) ?? 0;
        // The database gives a system its own lines and a researcher those of research; as what the caller acts says which of the two.
        var (own, system) = (caller.Account().ToString(), caller.Grant!.As == Role.Integrator);
        var found = await db.Tombstones.AsNoTracking()
            .Where(one => one.Number > after && (system ? one.Kind == ConsentKind.Integrator && one.Subject == own : one.Kind != ConsentKind.Integrator))
            .OrderBy(one => one.Number).Take(query.Limit)
            .Select(one => new TombstoneView(one.Number, one.ServiceUserId, one.Kind, one.Subject, one.Reason, one.Tabs, one.At)).ToListAsync(cancellationToken);
        return new Feed<TombstoneView>(found, found.Count == 0 ? query.After : Cursor.Of(found[^1].Number));
    }
}
