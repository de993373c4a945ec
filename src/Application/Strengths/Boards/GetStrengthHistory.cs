using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Boards;

/// <summary>Everything that happened to one strength, newest first, page by page.</summary>
public sealed record GetStrengthHistoryQuery(Guid ServiceUserId, Guid StrengthId, string? Cursor, int Limit) : IQuery<Page<StrengthChange>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Read);
}

internal sealed class GetStrengthHistoryValidator : AbstractValidator<GetStrengthHistoryQuery>
{
    public GetStrengthHistoryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class GetStrengthHistoryHandler(IStrengthsDb db, IRecordKeys keys, Caller caller) : IRequestHandler<GetStrengthHistoryQuery, Page<StrengthChange>>
{
    public async Task<Page<StrengthChange>> Handle(GetStrengthHistoryQuery query, CancellationToken cancellationToken)
    {
        var facts = StrengthChanges.Seen(db, query.ServiceUserId, caller).Where(fact => fact.StrengthId == query.StrengthId);
        var page = await StrengthChanges.PageAsync(facts, query.ServiceUserId, query.Cursor, query.Limit, keys, cancellationToken);
        return page.Items.Count == 0 && query.Cursor is null ? throw new NotFound() : page;
    }
}
