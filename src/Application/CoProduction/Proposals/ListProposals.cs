using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>The changes that were proposed, newest first, whatever became of them; those of a part that is closed to the reader are left out.</summary>
/// <param name="State">Only those that stand there; all of them when not said.</param>
public sealed record ListProposalsQuery(Guid ServiceUserId, ProposalState? State, string? Cursor, int Limit) : IQuery<Page<ProposalView>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

internal sealed class ListProposalsValidator : AbstractValidator<ListProposalsQuery>
{
    public ListProposalsValidator()
    {
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
        RuleFor(query => query.State).IsInEnum();
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
    }
}

internal sealed class ListProposalsHandler(IProposalsDb db, ProposalViews views, Caller caller) : IRequestHandler<ListProposalsQuery, Page<ProposalView>>
{
    public async Task<Page<ProposalView>> Handle(ListProposalsQuery query, CancellationToken cancellationToken)
    {
        var (after, kinds) = (Place.Of(query.Cursor), VisibleKinds.Of(caller));
        var rows = await db.Proposals.AsNoTracking().Include(one => one.Facts)
            .Where(one => one.ServiceUserId == query.ServiceUserId && kinds.Contains(one.Kind) && (query.State == null || one.State == query.State))
            .Where(one => one.At < after.At || (one.At == after.At && one.Id.CompareTo(after.Id) < 0))
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(query.Limit + 1).ToListAsync(cancellationToken);
        var page = Place.Page(rows, query.Limit, one => new Place(one.At, one.Id));
        return new Page<ProposalView>(
            await views.OfAsync(query.ServiceUserId, page.Items, await db.ExpiryAsync(query.ServiceUserId, cancellationToken), cancellationToken), page.Next);
    }
}
