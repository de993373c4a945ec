using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Boards;

/// <summary>What reached the record about strengths since a time, newest first, page by page.</summary>
/// <param name="Since">By the server's clock: what a device wrote offline before counts when it arrives.</param>
public sealed record ListStrengthChangesQuery(Guid ServiceUserId, DateTimeOffset? Since, string? Cursor, int Limit) : IQuery<Page<StrengthChange>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Read);
}

internal sealed class ListStrengthChangesValidator : AbstractValidator<ListStrengthChangesQuery>
{
    public ListStrengthChangesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListStrengthChangesHandler(IStrengthsDb db, IRecordKeys keys, Caller caller) : IRequestHandler<ListStrengthChangesQuery, Page<StrengthChange>>
{
    public Task<Page<StrengthChange>> Handle(ListStrengthChangesQuery query, CancellationToken cancellationToken)
    {
        var since = query.Since?.ToUniversalTime() ?? DateTimeOffset.MinValue;
        var facts = StrengthChanges.Seen(db, query.ServiceUserId, caller).Where(fact => fact.RecordedAt >= since);
        return StrengthChanges.PageAsync(facts, query.ServiceUserId, query.Cursor, query.Limit, keys, cancellationToken);
    }
}
