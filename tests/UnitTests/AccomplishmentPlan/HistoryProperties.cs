using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>What holds of any history whatever: anybody says anything, from devices that were offline for a month, in any order.</summary>
public class HistoryProperties
{
    private const int Sequences = 10_000;

    // Few hours, so that two devices often say something at the same instant; all within a month before the server's time.
    private static readonly Gen<Said> Any =
        from what in Gen.Choose(0, 8)
        from to in Gen.Choose(0, 5)
        from perspective in Gen.Elements(Enum.GetValues<Perspective>())
        from setting in Gen.Elements(Enum.GetValues<Setting>())
        from hour in Gen.Choose(0, 24 * 30)
        from yes in Gen.Elements(true, false)
        select new Said(what, to, perspective, setting, Given.Now.AddHours(-hour), yes);

    private static Arbitrary<Said[]> Histories { get; } = Gen.Sized(size => Any.ArrayOf(Math.Min(60, 5 + size))).ToArbitrary();

    [Fact]
    public void Nobody_but_the_person_ever_takes_a_goal_on_puts_it_aside_or_says_no() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, _) = Play(said);
            return goal.Steps.Where(step => step.Id != goal.Id).All(step => step.IsThePersons) && (goal.State == GoalState.Proposed || goal.Steps.InOrder().Last().IsThePersons);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void Every_way_that_a_goal_or_an_action_went_is_open_at_every_point_of_its_time() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Play(said);
            var (goals, actions) = (goal.Steps.InOrder().ToList(), action.Steps.InOrder().ToList());
            return goals.Zip(goals.Skip(1)).All(pair => pair.First.State.Leads(pair.Second.State)) && actions.Zip(actions.Skip(1)).All(pair => pair.First.State.Leads(pair.Second.State));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void Where_it_stands_now_is_what_the_facts_replayed_give() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Play(said);
            var turn = action.Turns.LastAt(DateTimeOffset.MaxValue);
            return goal.State == goal.Steps.LastAt(DateTimeOffset.MaxValue)!.State && action.State == action.Steps.LastAt(DateTimeOffset.MaxValue)!.State
                && action.Carrying == (turn?.Carrying ?? Carrying.Nobody) && action.CarrierKind == turn?.CarrierKind && action.Carried.Carrying == action.Carrying;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_it_stood_at_a_time_is_what_replaying_only_what_was_noted_until_then_gives() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, _) = Play(said);
            return goal.Steps.Select(step => step.At).Append(goal.At.AddHours(1)).All(at =>
                goal.Steps.LastAt(at)!.State == goal.Steps.Where(step => step.At <= at).Aggregate((GoalStep?)null, (last, step) => last is null || IsAfter(step, last) ? step : last)!.State);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_carries_anything_who_did_not_say_yes() =>
        Prop.ForAll(Histories, said =>
        {
            var (_, action) = Play(said);
            var turns = action.Turns.InOrder().ToList();
            // A yes is either to an asking just before, or somebody's own taking on.
            return turns.Select((turn, place) => (turn, place)).Where(one => one.turn.Carrying == Carrying.Accepted).All(one =>
                one.turn.CarrierKind == CarrierKind.Person ? one.turn.IsThePersons : one.turn.AuthorId == Given.Author(one.turn.CarrierKind == CarrierKind.Relative ? Perspective.Relative : Perspective.Practitioner));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_refused_left_no_trace() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Fresh();
            foreach (var one in said)
            {
                var before = (goal.Version, goal.State, goal.Steps.Count, action.Version, action.State, action.Carrying, action.Turns.Count, action.Steps.Count);
                if (!one.On(goal, action) && before != (goal.Version, goal.State, goal.Steps.Count, action.Version, action.State, action.Carrying, action.Turns.Count, action.Steps.Count))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_devices_a_month_apart_end_alike_whichever_sends_first_where_nothing_was_overtaken() =>
        Prop.ForAll(Histories, said =>
        {
            // The person's own words on a goal they took on: every order of arrival is accepted whole, and gives one end.
            var own = said.Where(one => one.What == 0).Select((one, place) => one with
            {
                Perspective = Perspective.ServiceUser,
                To = 1 + (one.To % 4),
                At = one.At.AddSeconds(place),
            }).ToList();
            return Ends(own).Equals(Ends(own.AsEnumerable().Reverse()));
        }).QuickCheckThrowOnFailure();

    private static GoalState Ends(IEnumerable<Said> said)
    {
        var goal = Goal.Write(Given.By(Perspective.ServiceUser, at: Given.Now.AddDays(-40)), Given.Content(), adopted: true, Given.Now);
        foreach (var one in said)
        {
            goal.Step(Given.By(Perspective.ServiceUser, at: one.At), (GoalState)one.To, null, Given.Now);
        }

        return goal.State;
    }

    private static bool IsAfter(GoalStep step, GoalStep other) => (step.At, step.RecordedAt, step.Id).CompareTo((other.At, other.RecordedAt, other.Id)) > 0;

    private static (Goal Goal, PlanAction Action) Fresh()
    {
        var goal = Goal.Write(Given.By(Perspective.Practitioner, at: Given.Now.AddDays(-31)), Given.Content(), adopted: false, Given.Now);
        return (goal, PlanAction.Write(Given.By(Perspective.Practitioner, at: Given.Now.AddDays(-31)), goal, Given.What(), Given.Now));
    }

    private static (Goal Goal, PlanAction Action) Play(IEnumerable<Said> said)
    {
        var (goal, action) = Fresh();
        foreach (var one in said)
        {
            one.On(goal, action);
        }

        return (goal, action);
    }

    /// <summary>Something that somebody says, allowed or not.</summary>
    private sealed record Said(int What, int To, Perspective Perspective, Setting Setting, DateTimeOffset At, bool Yes)
    {
        /// <summary>False when it was refused.</summary>
        public bool On(Goal goal, PlanAction action)
        {
            var noting = Given.By(Perspective, Setting, At);
            try
            {
                switch (What)
                {
                    case 0 or 1 or 2: goal.Step(noting, (GoalState)To, null, Given.Now); break;
                    case 3 or 4: action.Step(noting, goal, (ActionState)To, Yes, Given.Now); break;
                    case 5: action.Ask(noting, goal, Yes ? Carrier.Person : Given.Member(Perspective.Practitioner), !Yes && Perspective == Perspective.Practitioner, Given.Now); break;
                    case 6 when action.Carried.AccountId == noting.AuthorId: action.Answer(noting, goal, Yes, Given.Now); break;
                    case 7 when action.Carried.AccountId == noting.AuthorId: action.GiveBack(noting, Given.Now); break;
                    default: goal.Reword(noting, Given.Content(), Given.Now); break;
                }

                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        }
    }
}
