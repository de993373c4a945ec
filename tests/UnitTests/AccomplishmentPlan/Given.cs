using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>Goals and actions of an invented person.</summary>
internal static class Given
{
    public static readonly Guid Person = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    public static Noting By(Perspective perspective, Setting setting = Setting.Alone, DateTimeOffset? at = null, Guid? id = null, Guid? author = null) =>
        new(Person, id ?? Guid.CreateVersion7(), author ?? Author(perspective), perspective, setting, null, at ?? Now);

    public static Guid Author(Perspective perspective) => Guid.Parse($"0199d9a0-0000-7000-8000-00000000000{(int)perspective}");

    public static GoalContent Content() => new([1], null, null, null, [], [], []);

    public static ActionContent What(DateOnly? due = null, Recurrence? recurrence = null) => new([1], null, null, due, recurrence);

    /// <summary>A goal led to that state by the person, a minute a step.</summary>
    public static Goal Goal(GoalState state, Perspective writtenBy = Perspective.ServiceUser)
    {
        var goal = Domain.AccomplishmentPlan.Goals.Goal.Write(By(writtenBy, at: Now.AddDays(-1)), Content(), adopted: false, Now);
        GoalState[] way = state switch
        {
            GoalState.Proposed => [],
            GoalState.Declined or GoalState.Adopted => [state],
            _ => [GoalState.Adopted, state],
        };
        for (var i = 0; i < way.Length; i++)
        {
            goal.Step(By(Perspective.ServiceUser, at: Now.AddHours(-10 + i)), way[i], null, Now);
        }

        return goal;
    }

    /// <summary>An action, under a goal that holds, led to that state by the person.</summary>
    public static PlanAction Action(ActionState state, Goal? under = null)
    {
        var goal = under ?? Goal(GoalState.Adopted);
        var action = PlanAction.Write(By(Perspective.Practitioner, at: Now.AddHours(-8)), goal, What(), Now);
        ActionState[] way = state switch
        {
            ActionState.Proposed => [],
            ActionState.Declined or ActionState.ToDo => [state],
            _ => [ActionState.ToDo, state],
        };
        for (var i = 0; i < way.Length; i++)
        {
            action.Step(By(Perspective.ServiceUser, at: Now.AddHours(-6 + i)), goal, way[i], byCarrier: false, Now);
        }

        return action;
    }

    public static Carrier Member(Perspective perspective) =>
        new(perspective == Perspective.Relative ? CarrierKind.Relative : CarrierKind.Practitioner, Guid.CreateVersion7(), Author(perspective), null, null);

    public static Error Refused(Action act) => Assert.Throws<RuleViolation>(act).Error;
}
