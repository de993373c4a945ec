namespace Barometre.Domain.AccomplishmentPlan.Goals;

/// <summary>Where a goal stands.</summary>
public enum GoalState
{
    /// <summary>Somebody wrote it for the person; it waits for their yes and holds nobody to anything.</summary>
    Proposed,

    /// <summary>The person took it on; nothing has begun.</summary>
    Adopted,

    UnderWay,
    Reached,

    /// <summary>Put aside by the person, for now or for good; it may be taken up again.</summary>
    SetAside,

    /// <summary>The person said no to the proposal; it holds nobody to anything.</summary>
    Declined,
}

/// <summary>The states of a goal and the ways between them; every one of them is the person's to go.</summary>
public static class GoalStates
{
    /// <summary>True for a goal that the person took on, whatever became of it.</summary>
    public static bool IsTakenOn(this GoalState state) => state is not GoalState.Proposed and not GoalState.Declined;

    /// <summary>True when people can be held to the actions of a goal in that state.</summary>
    public static bool Holds(this GoalState state) => state is GoalState.Adopted or GoalState.UnderWay or GoalState.Reached;

    /// <summary>Whether a goal may go from one state to another; said again, it stays where it is.</summary>
    /// <remarks>Among goals taken on every way is open: life goes back and forth, and what two devices say out of order must find its place.</remarks>
    public static bool Leads(this GoalState from, GoalState to) =>
        from == to || (from, to) switch
        {
            (_, GoalState.Proposed) => false,
            (GoalState.Proposed, GoalState.Declined) => true,
            (_, GoalState.Declined) => false,
            (GoalState.Proposed or GoalState.Declined, _) => to == GoalState.Adopted,
            _ => true,
        };
}
