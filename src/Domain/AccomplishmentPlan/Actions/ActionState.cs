namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>Where an action stands.</summary>
public enum ActionState
{
    /// <summary>Somebody wrote it for the person; it waits for their yes.</summary>
    Proposed,

    ToDo,
    UnderWay,
    Done,

    /// <summary>Not to be done any more.</summary>
    Dropped,

    /// <summary>The person said no to the proposal.</summary>
    Declined,
}

/// <summary>The states of an action and who may lead it from one to another.</summary>
public static class ActionStates
{
    /// <summary>True for an action that the person said yes to, whatever became of it.</summary>
    public static bool IsAgreed(this ActionState state) => state is not ActionState.Proposed and not ActionState.Declined;

    /// <summary>True while something remains to be done.</summary>
    public static bool IsOpen(this ActionState state) => state is ActionState.ToDo or ActionState.UnderWay;

    /// <summary>Whether an action may go from one state to another; said again, it stays where it is.</summary>
    public static bool Leads(this ActionState from, ActionState to) =>
        from == to || (from, to) switch
        {
            (_, ActionState.Proposed) => false,
            (ActionState.Proposed, ActionState.Declined) => true,
            (_, ActionState.Declined) => false,
            (ActionState.Proposed or ActionState.Declined, _) => to == ActionState.ToDo,
            _ => true,
        };

    /// <summary>Whether whoever carries the action may lead it there alone: among to do, under way and done; the rest is the person's.</summary>
    public static bool IsTheCarriersToSay(ActionState from, ActionState to) =>
        from is ActionState.ToDo or ActionState.UnderWay or ActionState.Done && to is ActionState.ToDo or ActionState.UnderWay or ActionState.Done;
}

/// <summary>Who carries an action.</summary>
public enum CarrierKind
{
    /// <summary>The person themself.</summary>
    Person,

    /// <summary>A practitioner of the circle.</summary>
    Practitioner,

    /// <summary>A relative of the circle.</summary>
    Relative,

    /// <summary>An organisation or somebody outside the circle, by name and role.</summary>
    Partner,
}

/// <summary>How far it is settled who carries an action.</summary>
public enum Carrying
{
    /// <summary>Nobody has been asked.</summary>
    Nobody,

    /// <summary>Somebody was asked and has not answered: they carry nothing yet.</summary>
    Asked,

    Accepted,
    Declined,

    /// <summary>Somebody carried it and gave it back.</summary>
    GivenBack,
}
