using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>Every way between two states of a goal × who goes it × alone or together, against a table written by hand.</summary>
public sealed class GoalStateTests
{
    private static readonly GoalState[] TakenOn = [GoalState.Adopted, GoalState.UnderWay, GoalState.Reached, GoalState.SetAside];

    public static TheoryData<GoalState, GoalState, Perspective, Setting> Ways
    {
        get
        {
            var ways = new TheoryData<GoalState, GoalState, Perspective, Setting>();
            foreach (var (at, to) in Enum.GetValues<GoalState>().SelectMany(_ => Enum.GetValues<GoalState>(), (at, to) => (at, to)))
            {
                foreach (var (perspective, setting) in Enum.GetValues<Perspective>().SelectMany(_ => Enum.GetValues<Setting>(), (perspective, setting) => (perspective, setting)))
                {
                    ways.Add(at, to, perspective, setting);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Only_the_person_goes_and_only_the_open_ways(GoalState at, GoalState to, Perspective perspective, Setting setting)
    {
        var goal = Given.Goal(at);
        var before = goal.Steps.Count;
        void Go() => goal.Step(Given.By(perspective, setting), to, null, Given.Now);

        if (perspective != Perspective.ServiceUser && setting == Setting.Alone)
        {
            Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(Go));
        }
        else if (at != to && !IsOpen(at, to))
        {
            Assert.Equal(PlanErrors.GoalCannotBecome, Given.Refused(Go));
        }
        else
        {
            Go();
            Assert.Equal((to, before + 1), (goal.State, goal.Steps.Count));
            return;
        }

        Assert.Equal((at, before), (goal.State, goal.Steps.Count));
    }

    [Fact]
    public void A_yes_to_words_that_were_read_before_somebody_else_changed_them_is_refused_however_late_it_is_said()
    {
        var goal = Given.Goal(GoalState.Proposed, Perspective.Practitioner);
        var action = Given.Action(ActionState.Proposed);
        goal.Reword(Given.By(Perspective.Practitioner, at: Given.Now.AddDays(-2)), Given.Content(), Given.Now);
        action.Reword(Given.By(Perspective.Practitioner, at: Given.Now.AddDays(-2)), Given.What(), Given.Now);
        void Adopt(double minutes) => goal.Step(Given.By(Perspective.ServiceUser, at: Given.Now) with { ReadAt = Given.Now.AddMinutes(-minutes) }, GoalState.Adopted, null, Given.Now);
        void Agree(double minutes) => action.Step(
            Given.By(Perspective.ServiceUser, at: Given.Now) with { ReadAt = Given.Now.AddMinutes(-minutes) }, Given.Goal(GoalState.Adopted), ActionState.ToDo, byCarrier: false, Given.Now);

        Assert.Equal((PlanErrors.RewordedSince, PlanErrors.RewordedSince), (Given.Refused(() => Adopt(1)), Given.Refused(() => Agree(1))));

        Adopt(0);
        Agree(0);
        Assert.Equal((GoalState.Adopted, ActionState.ToDo), (goal.State, action.State));
    }

    [Fact]
    public void A_yes_from_before_somebody_else_wrote_it_otherwise_is_no_yes_to_the_new_words()
    {
        var (goal, action) = (Given.Goal(GoalState.Proposed, Perspective.Practitioner), Given.Action(ActionState.Proposed));
        goal.Reword(Given.By(Perspective.Practitioner, at: Given.Now.AddMinutes(-5)), Given.Content(), Given.Now);
        action.Reword(Given.By(Perspective.Practitioner, at: Given.Now.AddMinutes(-5)), Given.What(), Given.Now);
        void Adopt(double minutes) => goal.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddMinutes(-minutes)), GoalState.Adopted, null, Given.Now);
        void Agree(double minutes) =>
            action.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddMinutes(-minutes)), Given.Goal(GoalState.Adopted), ActionState.ToDo, byCarrier: false, Given.Now);

        Assert.Equal((PlanErrors.RewordedSince, PlanErrors.RewordedSince), (Given.Refused(() => Adopt(10)), Given.Refused(() => Agree(10))));
        Assert.Equal((GoalState.Proposed, ActionState.Proposed), (goal.State, action.State));

        Adopt(1);
        Agree(1);
        Assert.Equal((GoalState.Adopted, ActionState.ToDo), (goal.State, action.State));
    }

    [Fact]
    public void A_no_from_before_somebody_else_wrote_it_otherwise_is_a_no()
    {
        var goal = Given.Goal(GoalState.Proposed, Perspective.Practitioner);
        goal.Reword(Given.By(Perspective.Practitioner, at: Given.Now.AddMinutes(-5)), Given.Content(), Given.Now);

        goal.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddMinutes(-10)), GoalState.Declined, null, Given.Now);

        Assert.Equal(GoalState.Declined, goal.State);
    }

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.Relative)]
    public void Somebody_else_alone_proposes_and_cannot_adopt_in_writing(Perspective perspective)
    {
        Assert.Equal(GoalState.Proposed, Goal.Write(Given.By(perspective), Given.Content(), adopted: false, Given.Now).State);
        Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(() => Goal.Write(Given.By(perspective), Given.Content(), adopted: true, Given.Now)));
        Assert.Equal(GoalState.Adopted, Goal.Write(Given.By(perspective, Setting.Joint), Given.Content(), adopted: true, Given.Now).State);
    }

    [Theory]
    [InlineData(GoalState.Proposed, true)]
    [InlineData(GoalState.Adopted, false)]
    [InlineData(GoalState.Declined, false)]
    public void Whoever_proposed_rewords_their_proposal_until_the_person_answered(GoalState state, bool may)
    {
        var goal = Given.Goal(state, Perspective.Practitioner);
        void Reword() => goal.Reword(Given.By(Perspective.Practitioner), Given.Content(), Given.Now);

        if (may)
        {
            Reword();
            Assert.Equal(2, goal.Wordings.Count);
        }
        else
        {
            Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(Reword));
        }

        Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(() => goal.Reword(Given.By(Perspective.Relative), Given.Content(), Given.Now)));
    }

    [Fact]
    public void What_arrives_late_takes_its_place_in_time()
    {
        var goal = Given.Goal(GoalState.Adopted);
        goal.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddHours(-1)), GoalState.SetAside, null, Given.Now);

        goal.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddHours(-2)), GoalState.Reached, null, Given.Now);

        Assert.Equal(GoalState.SetAside, goal.State);
        Assert.Equal(GoalState.Reached, goal.Steps.LastAt(Given.Now.AddHours(-1.5))!.State);
    }

    [Fact]
    public void A_no_that_a_later_yes_has_overtaken_changes_nothing_and_a_yes_that_a_later_no_has()
    {
        var reached = Given.Goal(GoalState.Proposed);
        reached.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddHours(-2)), GoalState.Declined, null, Given.Now);

        Assert.Equal(PlanErrors.Overtaken, Given.Refused(() => reached.Step(Given.By(Perspective.ServiceUser, at: Given.Now.AddHours(-3)), GoalState.Adopted, null, Given.Now)));
        Assert.Equal(GoalState.Declined, reached.State);
    }

    [Fact]
    public void Taking_a_goal_on_is_told_once()
    {
        var goal = Goal.Write(Given.By(Perspective.ServiceUser), Given.Content(), adopted: true, Given.Now);
        goal.Step(Given.By(Perspective.ServiceUser), GoalState.UnderWay, null, Given.Now);
        goal.Step(Given.By(Perspective.ServiceUser), GoalState.Adopted, null, Given.Now);

        Assert.Single(goal.Events.OfType<GoalAdopted>());
    }

    [Theory]
    [InlineData(GoalState.Proposed)]
    [InlineData(GoalState.Declined)]
    public void A_goal_that_is_not_taken_on_has_no_levels(GoalState state) =>
        Assert.Equal(PlanErrors.GoalNotTakenOn, Given.Refused(() => Given.Goal(state).WriteLevels(Given.By(Perspective.ServiceUser), [[1], [2], [3], [4], [5]], 1, Given.Now)));

    [Fact]
    public void Levels_are_written_by_the_person_or_together_and_rated_by_each_voice()
    {
        var goal = Given.Goal(GoalState.UnderWay);

        Assert.Equal(PlanErrors.NoLevels, Given.Refused(() => goal.Rate(Given.By(Perspective.ServiceUser), 1, null, Given.Now)));
        Assert.Equal(PlanErrors.OnlyThePerson, Given.Refused(() => goal.WriteLevels(Given.By(Perspective.Practitioner), [[1], [2], [3], [4], [5]], 1, Given.Now)));
        goal.WriteLevels(Given.By(Perspective.Practitioner, Setting.Joint), [[1], [2], [3], [4], [5]], 2, Given.Now);
        goal.Rate(Given.By(Perspective.ServiceUser), 1, null, Given.Now);
        goal.Rate(Given.By(Perspective.Relative), -2, null, Given.Now);

        Assert.Equal([1, -2], goal.Ratings.Select(rating => (int)rating.Level));
        Assert.Equal(PlanErrors.LevelOutOfRange, Given.Refused(() => goal.Rate(Given.By(Perspective.ServiceUser), 3, null, Given.Now)));
    }

    private static bool IsOpen(GoalState at, GoalState to) => (at, to) switch
    {
        (GoalState.Proposed, GoalState.Adopted or GoalState.Declined) => true,
        (GoalState.Declined, GoalState.Adopted) => true,
        _ => TakenOn.Contains(at) && TakenOn.Contains(to),
    };
}
