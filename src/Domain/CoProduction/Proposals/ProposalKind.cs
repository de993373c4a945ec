using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Proposals;

/// <summary>What a proposal would change of what is the person's already; what is new is proposed where it will stand: goals, actions, strengths.</summary>
public enum ProposalKind
{
    /// <summary>Other words, links or horizon of a goal.</summary>
    RewordGoal,

    /// <summary>Another state of a goal: under way, reached, set aside.</summary>
    StepGoal,

    /// <summary>The five levels of a goal, in words.</summary>
    WriteLevels,

    /// <summary>Other words, days or another first step of an action.</summary>
    RewordAction,

    /// <summary>Another state of an action.</summary>
    StepAction,

    /// <summary>Somebody to carry an action.</summary>
    AskCarrier,

    /// <summary>A strength said otherwise.</summary>
    ReviseStrength,

    /// <summary>A strength set aside, or taken up again.</summary>
    RetireStrength,

    /// <summary>Another order of the strengths, other pins.</summary>
    ArrangeStrengths,

    /// <summary>Other stars.</summary>
    ChooseStars,
}

/// <summary>What each kind of proposal is about.</summary>
public static class ProposalKinds
{
    /// <summary>The part of the record where the thing stands: whoever may not see that may not see the proposal.</summary>
    public static Tab Tab(this ProposalKind kind) => kind switch
    {
        ProposalKind.ReviseStrength or ProposalKind.RetireStrength or ProposalKind.ArrangeStrengths => Shared.Tab.Strengths,
        ProposalKind.ChooseStars => Shared.Tab.QualityOfLife,
        _ => Shared.Tab.Plan,
    };

    /// <summary>The kind of the one thing that it is about; null for what concerns all of them: the order of the strengths, the stars.</summary>
    public static ThingKind? Thing(this ProposalKind kind) => kind switch
    {
        ProposalKind.RewordGoal or ProposalKind.StepGoal or ProposalKind.WriteLevels => ThingKind.Goal,
        ProposalKind.RewordAction or ProposalKind.StepAction or ProposalKind.AskCarrier => ThingKind.Action,
        ProposalKind.ReviseStrength or ProposalKind.RetireStrength => ThingKind.Strength,
        _ => null,
    };
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It waits for the person, and holds nobody to anything.</summary>
    Open,

    /// <summary>The person said yes, as it was proposed.</summary>
    Accepted,

    /// <summary>The person said yes in their own way: what took effect is theirs.</summary>
    Amended,

    /// <summary>The person said no; the same is not proposed again until they open the matter again.</summary>
    Declined,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn,
}
