using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>Every way between two states of an action × who goes it, against a table written by hand.</summary>
public sealed class ActionStateTests
{
    private static readonly ActionState[] Agreed = [ActionState.ToDo, ActionState.UnderWay, ActionState.Done, ActionState.Dropped];
    private static readonly ActionState[] TheCarriers = [ActionState.ToDo, ActionState.UnderWay, ActionState.Done];

    public static TheoryData<ActionState, ActionState, Perspective, Setting, bool> Ways
    {
        get
        {
            var ways = new TheoryData<ActionState, ActionState, Perspective, Setting, bool>();
            foreach (var (at, to) in Enum.GetValues<ActionState>().SelectMany(_ => Enum.GetValues<ActionState>(), (at, to) => (at, to)))
            {
                foreach (var (perspective, setting) in Enum.GetValues<Perspective>().SelectMany(_ => Enum.GetValues<Setting>(), (perspective, setting) => (perspective, setting)))
                {
                    ways.Add(at, to, perspective, setting, false);
                    ways.Add(at, to, perspective, setting, true);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_person_goes_every_open_way_and_a_carrier_only_theirs(ActionState at, ActionState to, Perspective perspective, Setting setting, bool carries)
    {
        var goal = Given.Goal(GoalState.Adopted);
        var action = Given.Action(at, goal);
        void Go() => action.Step(Given.By(perspective, setting), goal, to, carries, Given.Now);

        var persons = perspective == Perspective.ServiceUser || setting == Setting.Joint;
        var open = at == to || IsOpen(at, to);
        if (persons ? open : carries && TheCarriers.Contains(at) && TheCarriers.Contains(to))
        {
            Go();
            Assert.Equal(to, action.State);
        }
        else
        {
            Assert.Equal(persons || carries ? PlanErrors.ActionCannotBecome : PlanErrors.NotYoursToCarry, Given.Refused(Go));
            Assert.Equal(at, action.State);
        }
    }

    [Theory]
    [InlineData(GoalState.Proposed)]
    [InlineData(GoalState.Declined)]
    [InlineData(GoalState.SetAside)]
    public void A_goal_that_holds_nobody_lets_nobody_carry_or_do_its_actions(GoalState state)
    {
        var goal = Given.Goal(GoalState.Adopted);
        var (action, asked) = (Given.Action(ActionState.ToDo, goal), Given.Action(ActionState.ToDo, goal));
        asked.Ask(Given.By(Perspective.ServiceUser), goal, Given.Member(Perspective.Practitioner), isTheirOwn: false, Given.Now);
        var now = Given.Goal(state);

        var expected = state == GoalState.Declined ? PlanErrors.GoalDeclined : PlanErrors.GoalHoldsNobody;
        Assert.Equal(expected, Given.Refused(() => action.Ask(Given.By(Perspective.ServiceUser), now, Carrier.Person, isTheirOwn: true, Given.Now)));
        Assert.Equal(expected, Given.Refused(() => asked.Answer(Given.By(Perspective.Practitioner), now, accepted: true, Given.Now)));
        Assert.Equal(expected, Given.Refused(() => action.Step(Given.By(Perspective.ServiceUser), now, ActionState.Done, byCarrier: true, Given.Now)));
        asked.Answer(Given.By(Perspective.Practitioner), now, accepted: false, Given.Now);
        Assert.Equal((Carrying.Nobody, Carrying.Declined), (action.Carrying, asked.Carrying));
    }

    [Fact]
    public void Nothing_is_written_under_a_declined_goal() =>
        Assert.Equal(PlanErrors.GoalDeclined, Given.Refused(() => PlanAction.Write(Given.By(Perspective.ServiceUser), Given.Goal(GoalState.Declined), Given.What(), Given.Now)));

    [Fact]
    public void The_persons_own_is_theirs_at_once_and_anybody_else_is_asked()
    {
        var goal = Given.Goal(GoalState.Adopted);
        var (own, others) = (Given.Action(ActionState.ToDo, goal), Given.Action(ActionState.ToDo, goal));

        own.Ask(Given.By(Perspective.ServiceUser), goal, Carrier.Person, isTheirOwn: true, Given.Now);
        others.Ask(Given.By(Perspective.ServiceUser), goal, Given.Member(Perspective.Relative), isTheirOwn: false, Given.Now);

        Assert.Equal((Carrying.Accepted, Carrying.Asked), (own.Carrying, others.Carrying));
        Assert.Equal((1, 0), (own.Events.OfType<ActionAccepted>().Count(), others.Events.OfType<ActionAccepted>().Count()));
        Assert.Single(others.Events.OfType<ActionAsked>());
    }

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.Relative)]
    public void A_member_alone_takes_on_what_nobody_carries_and_asks_nobody_else(Perspective perspective)
    {
        var goal = Given.Goal(GoalState.Adopted);
        var (free, taken) = (Given.Action(ActionState.ToDo, goal), Given.Action(ActionState.ToDo, goal));
        taken.Ask(Given.By(Perspective.ServiceUser), goal, Carrier.Person, isTheirOwn: true, Given.Now);

        free.Ask(Given.By(perspective, author: Guid.CreateVersion7()), goal, Given.Member(perspective), isTheirOwn: true, Given.Now);

        Assert.Equal(Carrying.Accepted, free.Carrying);
        Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(() => taken.Ask(Given.By(perspective), goal, Given.Member(perspective), isTheirOwn: true, Given.Now)));
        Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(() => free.Ask(Given.By(perspective, author: Guid.CreateVersion7()), goal, Carrier.Person, isTheirOwn: false, Given.Now)));
    }

    [Fact]
    public void An_answer_that_nobody_waits_for_is_refused_and_what_was_given_back_is_nobodys()
    {
        var goal = Given.Goal(GoalState.Adopted);
        var action = Given.Action(ActionState.ToDo, goal);

        Assert.Equal(PlanErrors.NobodyAsked, Given.Refused(() => action.Answer(Given.By(Perspective.Practitioner), goal, accepted: true, Given.Now)));
        Assert.Equal(PlanErrors.NobodyAsked, Given.Refused(() => action.GiveBack(Given.By(Perspective.Practitioner), Given.Now)));
        action.Ask(Given.By(Perspective.ServiceUser), goal, Given.Member(Perspective.Practitioner), isTheirOwn: false, Given.Now);
        action.Answer(Given.By(Perspective.Practitioner), goal, accepted: true, Given.Now);
        action.GiveBack(Given.By(Perspective.Practitioner), Given.Now);

        Assert.Equal((Carrying.GivenBack, Carrying.GivenBack), (action.Carrying, action.Carried.Carrying));
        Assert.Equal([Carrying.Asked, Carrying.Accepted, Carrying.GivenBack], action.Turns.InOrder().Select(turn => turn.Carrying));
    }

    [Fact]
    public void Dates_that_change_are_told_and_words_alone_are_not()
    {
        var action = Given.Action(ActionState.ToDo);
        action.ClearEvents();

        action.Reword(Given.By(Perspective.ServiceUser, at: Given.Now.AddMinutes(-1)), Given.What(), Given.Now);
        Assert.Empty(action.Events.OfType<ActionDatesChanged>());
        action.Reword(Given.By(Perspective.ServiceUser), Given.What(new DateOnly(2026, 4, 1)), Given.Now);
        Assert.Single(action.Events.OfType<ActionDatesChanged>());
    }

    private static bool IsOpen(ActionState at, ActionState to) => (at, to) switch
    {
        (ActionState.Proposed, ActionState.ToDo or ActionState.Declined) => true,
        (ActionState.Declined, ActionState.ToDo) => true,
        _ => Agreed.Contains(at) && Agreed.Contains(to),
    };
}
