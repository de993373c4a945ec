using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Who carries, may carry, or was asked to carry an action.</summary>
public sealed class Carriers(ICircleReader circle, IRecordKeys keys, Caller caller)
{
    /// <summary>Whom the caller names, and whether that is the caller.</summary>
    public async Task<(Carrier Carrier, bool IsTheirOwn)> NamedAsync(Guid serviceUserId, CarrierText named, CancellationToken cancellationToken)
    {
        switch (named.Kind)
        {
            case CarrierKind.Person:
                return (Carrier.Person, caller.Grant!.IsSelf);
            case CarrierKind.Partner:
                var key = await keys.ForAsync(serviceUserId, cancellationToken);
                return (new Carrier(CarrierKind.Partner, null, null, key.SealAny(PlanColumns.CarrierName, named.Name), key.SealAny(PlanColumns.CarrierRole, named.Role)), false);
            default:
                var role = named.Kind == CarrierKind.Practitioner ? Role.Practitioner : Role.Relative;
                var place = (await circle.PlacesAsync(serviceUserId, cancellationToken)).FirstOrDefault(one => one.MemberId == named.MemberId && one.Role == role && one.Active);
                if (place is null)
                {
                    Faults.ThrowIfAny([Faults.At("Carrier.MemberId", PlanErrors.UnknownMember)]);
                }

                return (new Carrier(named.Kind, place!.MemberId, place.AccountId, null, null), place.AccountId == caller.AccountId);
        }
    }

    /// <summary>Whether the caller is whom the action's carrying is about, and still there.</summary>
    public async Task<bool> IsCallerAsync(PlanAction action, CancellationToken cancellationToken) => action.CarrierKind switch
    {
        null or CarrierKind.Partner => false,
        CarrierKind.Person => caller.Grant!.IsSelf,
        _ => (await circle.PlacesAsync(action.ServiceUserId, cancellationToken)).Any(place => place.Active && place.MemberId == action.CarrierMemberId && place.AccountId == caller.AccountId),
    };

    /// <summary>The action is the caller's to carry: they carry it, or were asked to.</summary>
    /// <exception cref="NotFound">It is not: whether it is there is nothing they may know.</exception>
    public async Task RequireOwnAsync(PlanAction action, CancellationToken cancellationToken)
    {
        if (!await IsCallerAsync(action, cancellationToken))
        {
            throw new NotFound();
        }
    }

    /// <summary>The caller may know of the action: the plan is open to them, or the action is theirs to carry.</summary>
    /// <exception cref="NotFound">Neither.</exception>
    public Task RequireKnownAsync(PlanAction action, CancellationToken cancellationToken) => caller.Grant!.Sees(Tab.Plan) ? Task.CompletedTask : RequireOwnAsync(action, cancellationToken);

    /// <summary>Whether the caller carries the action.</summary>
    public async Task<bool> CarriesAsync(PlanAction action, CancellationToken cancellationToken) =>
        action.Carrying == Carrying.Accepted && await IsCallerAsync(action, cancellationToken);

    /// <exception cref="Forbidden">The plan is open to the caller to read only, and the action is not theirs to carry.</exception>
    public void RequirePart(bool carries)
    {
        if (!carries && caller.Grant!.LevelOf(Tab.Plan) < AccessLevel.Contribute)
        {
            throw new Forbidden(SharedErrors.TabClosed);
        }
    }
}
