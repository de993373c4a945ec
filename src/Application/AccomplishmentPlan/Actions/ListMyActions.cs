using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Every action that the caller carries, or was asked to carry, around other people, newest first; their own stand in their own plan.</summary>
/// <remarks>Each person's plan is opened by its own access decision and noted in their register. Where the plan is closed, the caller sees that the action is there, and can give it back.</remarks>
public sealed record ListMyActionsQuery(string? Cursor, int Limit) : IQuery<Page<MyAction>>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>An action that the caller carries, or was asked to carry.</summary>
/// <param name="Since">Since when they carry it, or were asked.</param>
/// <param name="Closed">True when the person's plan is not open to the caller: nothing of the action is shown.</param>
/// <param name="Shown">The action; null when closed.</param>
public sealed record MyAction(Guid ServiceUserId, Guid ActionId, Carrying Carrying, DateTimeOffset Since, bool Closed, CarriedView? Shown);

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
        Dictionary<Guid, IReadOnlyList<CarriedView>?> shown = [];
        foreach (var person in page.Items.Select(action => action.ServiceUserId).Distinct())
        {
            await OpenAsync(person, shown, cancellationToken);
        }

        return new Page<MyAction>([.. page.Items.Where(action => shown.ContainsKey(action.ServiceUserId)).Select(action => View(action, shown[action.ServiceUserId])).OfType<MyAction>()], page.Next);
    }

    private static MyAction? View(CarriedAction carried, IReadOnlyList<CarriedView>? shown)
    {
        var view = shown?.FirstOrDefault(each => each.Action.ActionId == carried.ActionId);
        // Open, and not theirs any more: the place through which they carried it is over.
        return shown is not null && view is null ? null : new MyAction(carried.ServiceUserId, carried.ActionId, carried.Carrying, carried.Since, shown is null, view);
    }

    private async Task OpenAsync(Guid person, Dictionary<Guid, IReadOnlyList<CarriedView>?> shown, CancellationToken cancellationToken)
    {
        try
        {
            shown[person] = await mediator.Send(new GetCarriedActionsQuery(person), cancellationToken);
        }
        catch (Forbidden)
        {
            shown[person] = null;
        }
        catch (NotFound)
        {
            // They are no longer around that person: what they carried there waits for somebody else.
        }
    }
}
