using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Every action that the caller carries, or was asked to carry, around other people, newest first; their own stand in their own plan.</summary>
/// <remarks>Each person's plan is opened by its own access decision and noted in their register. Where the plan is closed, the caller sees the action that they were asked to carry and nothing else of the plan: they say yes or no, or give it back.</remarks>
public sealed record ListMyActionsQuery(string? Cursor, int Limit) : IQuery<Page<MyAction>>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>An action that the caller carries, or was asked to carry.</summary>
/// <param name="Since">Since when they carry it, or were asked.</param>
/// <param name="Closed">True when the person's plan is not open to the caller.</param>
/// <param name="Shown">The action and its goal; null when closed.</param>
/// <param name="Asked">What is asked of the caller, when the plan is closed to them; null when it is open.</param>
public sealed record MyAction(Guid ServiceUserId, Guid ActionId, Carrying Carrying, DateTimeOffset Since, bool Closed, CarriedView? Shown, AskedView? Asked);

internal sealed class ListMyActionsValidator : AbstractValidator<ListMyActionsQuery>
{
    public ListMyActionsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListMyActionsHandler(IAccomplishmentPlanDb db, IMediator mediator, Caller caller) : IRequestHandler<ListMyActionsQuery, Page<MyAction>>
{
    public async Task<Page<MyAction>> Handle(ListMyActionsQuery query, CancellationToken cancellationToken)
    {
        var (account, after) = (caller.Author(), Place.Of(query.Cursor));
        var carried = await db.CarriedActions.AsNoTracking()
            .Where(action => action.AccountId == account && (action.Carrying == Carrying.Accepted || action.Carrying == Carrying.Asked))
            .Where(action => action.Since <= after.At && (action.Since < after.At || action.ActionId < after.Id))
            .OrderByDescending(action => action.Since).ThenByDescending(action => action.ActionId)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = Place.Page(carried, query.Limit, action => new Place(action.Since, action.ActionId));
        Dictionary<Guid, Dictionary<Guid, (CarriedView? Shown, AskedView? Asked)>> known = [];
        foreach (var person in page.Items.Select(action => action.ServiceUserId).Distinct())
        {
            known[person] = await OpenAsync(person, cancellationToken);
        }

        return new Page<MyAction>([.. page.Items.Select(action => View(action, known[action.ServiceUserId])).OfType<MyAction>()], page.Next);
    }

    // Not among what is theirs there: the place through which they carried it is over, and what they carried waits for somebody else.
    private static MyAction? View(CarriedAction carried, Dictionary<Guid, (CarriedView? Shown, AskedView? Asked)> known) => known.TryGetValue(carried.ActionId, out var view)
        ? new MyAction(carried.ServiceUserId, carried.ActionId, carried.Carrying, carried.Since, view.Shown is null, view.Shown, view.Asked)
        : null;

    private async Task<Dictionary<Guid, (CarriedView? Shown, AskedView? Asked)>> OpenAsync(Guid person, CancellationToken cancellationToken)
    {
        try
        {
            return (await mediator.Send(new GetCarriedActionsQuery(person), cancellationToken)).ToDictionary(view => view.Action.ActionId, view => ((CarriedView?)view, (AskedView?)null));
        }
        catch (Forbidden)
        {
            return await AskedAsync(person, cancellationToken);
        }
        catch (NotFound)
        {
            return [];
        }
    }

    // The place may be one that no longer carries anything (a key's), or ask for a stronger sign-in than the caller's.
    private async Task<Dictionary<Guid, (CarriedView? Shown, AskedView? Asked)>> AskedAsync(Guid person, CancellationToken cancellationToken)
    {
        try
        {
            return (await mediator.Send(new GetActionsAskedQuery(person), cancellationToken)).ToDictionary(view => view.ActionId, view => ((CarriedView?)null, (AskedView?)view));
        }
        catch (Forbidden)
        {
            return [];
        }
    }
}
