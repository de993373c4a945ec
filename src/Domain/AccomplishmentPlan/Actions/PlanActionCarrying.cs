using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <content>Who carries it: asked, accepted, declined, given back.</content>
public sealed partial class PlanAction
{
    /// <summary>Asks somebody to carry the action; the person's own is theirs at once, and so is one that somebody takes on themself.</summary>
    /// <param name="noting">Its id is the turn's.</param>
    /// <param name="isTheirOwn">The author is whom they name.</param>
    /// <remarks>Needs all turns at hand.</remarks>
    public void Ask(Noting noting, Goal goal, Carrier carrier, bool isTheirOwn, DateTimeOffset now)
    {
        var takesOn = isTheirOwn && Carrying is not Carrying.Accepted;
        var proposes = State == ActionState.Proposed && WrittenBy == noting.AuthorId;
        if (!noting.IsThePersons && !takesOn && !proposes)
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        if (!proposes)
        {
            RequireCarriable(goal, FactTime.Of(noting.DeviceAt, now).At);
        }

        var accepted = isTheirOwn || (carrier.Kind == Actions.CarrierKind.Person && noting.IsThePersons);
        Turn(noting, accepted ? Carrying.Accepted : Carrying.Asked, carrier, now);
    }

    /// <summary>Whoever was asked says yes or no.</summary>
    public void Answer(Noting noting, Goal goal, bool accepted, DateTimeOffset now)
    {
        if (Carrying != Carrying.Asked)
        {
            throw new RuleViolation(PlanErrors.NobodyAsked);
        }

        if (accepted)
        {
            RequireCarriable(goal, FactTime.Of(noting.DeviceAt, now).At);
        }

        Turn(noting, accepted ? Carrying.Accepted : Carrying.Declined, Current, now);
    }

    /// <summary>Whoever carries the action gives it back, at any time and without a reason.</summary>
    public void GiveBack(Noting noting, DateTimeOffset now)
    {
        if (Carrying is not (Carrying.Accepted or Carrying.Asked))
        {
            throw new RuleViolation(PlanErrors.NobodyAsked);
        }

        Turn(noting, Carrying.GivenBack, Current, now);
    }

    private Carrier Current
    {
        get
        {
            var last = _turns.InOrder().Last();
            return new Carrier(last.CarrierKind, last.MemberId, Carried.AccountId, last.NameSealed, last.RoleSealed);
        }
    }

    private void RequireCarriable(Goal goal, DateTimeOffset at)
    {
        goal.RequireHolding(at);
        if (!State.IsAgreed() || State == ActionState.Dropped)
        {
            throw new RuleViolation(PlanErrors.ActionNotAgreed);
        }
    }

    private void Turn(Noting noting, Carrying carrying, Carrier carrier, DateTimeOffset now)
    {
        // Yes and no count in the order in which they arrive, whatever the clocks of two devices say.
        var turn = CarryingFact.Of(Id, noting, carrying, carrier, now, _turns.Count == 0 ? At : _turns.Max(each => each.At));
        _turns.Add(turn);
        (Carrying, CarrierKind, CarrierMemberId) = (carrying, carrier.Kind, carrier.MemberId);
        Carried.Become(carrier.AccountId, carrying, turn.At);
        if (carrying == Carrying.Asked)
        {
            Raise(new ActionAsked(ServiceUserId, GoalId, Id, carrier.MemberId));
        }
        else if (carrying == Carrying.Accepted)
        {
            Raise(new ActionAccepted(ServiceUserId, GoalId, Id, carrier.MemberId));
        }

        Changed();
    }
}
