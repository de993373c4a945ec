using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>A time during which nobody but the person reads or writes in the record (GDPR, art. 18); in force until it is lifted.</summary>
public sealed class Freeze
{
    private Freeze()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid By { get; private init; }

    public RightsGround Ground { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? Until { get; private set; }

    public Guid? LiftedBy { get; private set; }

    /// <param name="personHasAccount">Without one, whoever froze the record could leave it so for ever: a representative's days end.</param>
    /// <exception cref="RuleViolation">There is no account from which it could be lifted.</exception>
    public static Freeze Of(Guid serviceUserId, Guid id, bool personHasAccount, RightsAct act) => act.Ground == RightsGround.Together || !personHasAccount
        ? throw new RuleViolation(RightsErrors.FreezeNeedsAccount)
        : new Freeze { ServiceUserId = serviceUserId, Id = id, By = act.By, Ground = act.Ground, Since = act.At };

    /// <summary>Lifted twice, the first time stays.</summary>
    /// <exception cref="RuleViolation">Somebody else would lift what the person did.</exception>
    public void Lift(RightsAct act)
    {
        if (Ground == RightsGround.Person && act.Ground != RightsGround.Person)
        {
            throw new RuleViolation(RightsErrors.ThePersonLifts);
        }

        if (Until is null)
        {
            (Until, LiftedBy) = (act.At, act.By);
        }
    }
}
