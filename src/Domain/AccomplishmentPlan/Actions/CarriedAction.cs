namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>That an account was asked for, or carries, an action of somebody: all that the account may know of it when the plan is closed to them.</summary>
public sealed class CarriedAction
{
    private CarriedAction()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid ActionId { get; private init; }

    /// <summary>Whose account; null when nobody of the circle was asked.</summary>
    public Guid? AccountId { get; private set; }

    public Carrying Carrying { get; private set; }

    public DateTimeOffset Since { get; private set; }

    internal static CarriedAction Of(PlanAction action) => new() { ServiceUserId = action.ServiceUserId, ActionId = action.Id };

    internal void Become(Guid? accountId, Carrying carrying, DateTimeOffset since) => (AccountId, Carrying, Since) = (accountId, carrying, since);
}
