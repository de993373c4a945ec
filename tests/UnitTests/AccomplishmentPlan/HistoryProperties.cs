using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>What holds of any history whatever: anybody says anything, from devices that were offline for a month, in any order.</summary>
public class HistoryProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    // Written out a second time, on purpose: what the domain lets through is held against this table, not against itself.
    private static readonly GoalState[] TakenOn = [GoalState.Adopted, GoalState.UnderWay, GoalState.Reached, GoalState.SetAside];

    private static readonly Dictionary<GoalState, GoalState[]> GoalWays = new()
    {
        [GoalState.Proposed] = [GoalState.Proposed, GoalState.Adopted, GoalState.Declined],
        [GoalState.Declined] = [GoalState.Declined, GoalState.Adopted],
        [GoalState.Adopted] = TakenOn,
        [GoalState.UnderWay] = TakenOn,
        [GoalState.Reached] = TakenOn,
        [GoalState.SetAside] = TakenOn,
    };

    private static readonly ActionState[] Agreed = [ActionState.ToDo, ActionState.UnderWay, ActionState.Done, ActionState.Dropped];

    private static readonly Dictionary<ActionState, ActionState[]> ActionWays = new()
    {
        [ActionState.Proposed] = [ActionState.Proposed, ActionState.ToDo, ActionState.Declined],
        [ActionState.Declined] = [ActionState.Declined, ActionState.ToDo],
        [ActionState.ToDo] = Agreed,
        [ActionState.UnderWay] = Agreed,
        [ActionState.Done] = Agreed,
        [ActionState.Dropped] = Agreed,
    };

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
        }).Check(Many);

    [Fact]
    public void Every_way_that_a_goal_or_an_action_went_is_open_at_every_point_of_its_time() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Play(said);
            var (goals, actions) = (goal.Steps.InOrder().ToList(), action.Steps.InOrder().ToList());
            return goals.Zip(goals.Skip(1)).All(pair => GoalWays[pair.First.State].Contains(pair.Second.State))
                && actions.Zip(actions.Skip(1)).All(pair => ActionWays[pair.First.State].Contains(pair.Second.State));
        }).Check(Many);

    [Fact]
    public void What_is_let_through_and_where_it_leads_is_what_a_small_model_says() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Fresh();
            var model = new Model(goal, action);
            return said.All(one =>
            {
                var expected = model.Allows(one);
                var allowed = one.On(goal, action);
                return (expected is null || expected == allowed) && (goal.State, action.State) == (model.Goal.State, model.Action.State);
            });
        }).Check(Many);

    [Fact]
    public void Where_it_stands_now_is_what_the_facts_replayed_give() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, action) = Play(said);
            var turn = action.Turns.LastAt(DateTimeOffset.MaxValue);
            return goal.State == goal.Steps.LastAt(DateTimeOffset.MaxValue)!.State && action.State == action.Steps.LastAt(DateTimeOffset.MaxValue)!.State
                && action.Carrying == (turn?.Carrying ?? Carrying.Nobody) && action.CarrierKind == turn?.CarrierKind && action.Carried.Carrying == action.Carrying;
        }).Check(Many);

    [Fact]
    public void Where_it_stood_at_a_time_is_what_replaying_only_what_was_noted_until_then_gives() =>
        Prop.ForAll(Histories, said =>
        {
            var (goal, _) = Play(said);
            return goal.Steps.Select(step => step.At).Append(goal.At.AddHours(1)).All(at =>
                goal.Steps.LastAt(at)!.State == goal.Steps.Where(step => step.At <= at).Aggregate((GoalStep?)null, (last, step) => last is null || IsAfter(step, last) ? step : last)!.State);
        }).Check(Many);

    [Fact]
    public void Nobody_carries_anything_who_did_not_say_yes() =>
        Prop.ForAll(Histories, said =>
        {
            var (_, action) = Play(said);
            var turns = action.Turns.InOrder().ToList();
            // A yes is either to an asking just before, or somebody's own taking on.
            return turns.Select((turn, place) => (turn, place)).Where(one => one.turn.Carrying == Carrying.Accepted).All(one =>
                one.turn.CarrierKind == CarrierKind.Person ? one.turn.IsThePersons : one.turn.AuthorId == Given.Author(one.turn.CarrierKind == CarrierKind.Relative ? Perspective.Relative : Perspective.Practitioner));
        }).Check(Many);

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
        }).Check(Many);

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
        }).Check(Many);

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

    /// <summary>Where a goal and an action stand, and who may say what of them, in as few lines as it takes.</summary>
    private sealed class Model(Goal goal, PlanAction action)
    {
        private readonly List<DateTimeOffset> _othersWords = [goal.At];

        public Way<GoalState> Goal { get; } = new(GoalWays, goal.At, goal.Id, GoalState.Proposed);

        public Way<ActionState> Action { get; } = new(ActionWays, action.At, action.Id, ActionState.Proposed);

        /// <summary>Null for what it says nothing of: who carries the action.</summary>
        public bool? Allows(Said said) => said.What switch
        {
            0 or 1 or 2 => said.IsThePersons && (said.To == (int)GoalState.Declined || _othersWords.TrueForAll(at => at <= said.At)) && Goal.Takes(said.At, said.Id, (GoalState)said.To),
            3 or 4 => MaySay(said, (ActionState)said.To) && Action.Takes(said.At, said.Id, (ActionState)said.To),
            8 => Rewords(said),
            _ => null,
        };

        private bool MaySay(Said said, ActionState to)
        {
            ActionState[] carriers = [ActionState.ToDo, ActionState.UnderWay, ActionState.Done];
            return (said.IsThePersons || (said.Yes && carriers.Contains(Action.At(said.At, said.Id)) && carriers.Contains(to)))
                && (to is not (ActionState.UnderWay or ActionState.Done) || Goal.At(said.At, null) is GoalState.Adopted or GoalState.UnderWay or GoalState.Reached);
        }

        private bool Rewords(Said said)
        {
            var may = said.IsThePersons || (Goal.State == GoalState.Proposed && said.Perspective == Perspective.Practitioner);
            if (may && !said.IsThePersons)
            {
                _othersWords.Add(said.At);
            }

            return may;
        }
    }

    /// <summary>States in their time, and the ways between them.</summary>
    private sealed class Way<TState>(Dictionary<TState, TState[]> ways, DateTimeOffset at, Guid id, TState first)
        where TState : struct, Enum
    {
        private readonly SortedList<(DateTimeOffset At, Guid Id), TState> _states = new() { [(at, id)] = first };

        public TState State => _states.Values[^1];

        /// <summary>The state just before that; with no id, at the end of that instant.</summary>
        public TState At(DateTimeOffset at, Guid? id) => _states.Last(one => one.Key.At < at || (one.Key.At == at && (id is null || one.Key.Id.CompareTo(id.Value) <= 0))).Value;

        public bool Takes(DateTimeOffset at, Guid id, TState to)
        {
            var later = _states.Where(one => one.Key.CompareTo((at, id)) > 0).Select(one => (TState?)one.Value).FirstOrDefault();
            var may = ways[At(at, id)].Contains(to) && (later is null || ways[to].Contains(later.Value));
            if (may)
            {
                _states.Add((at, id), to);
            }

            return may;
        }
    }

    /// <summary>Something that somebody says, allowed or not.</summary>
    private sealed record Said(int What, int To, Perspective Perspective, Setting Setting, DateTimeOffset At, bool Yes)
    {
        public Guid Id { get; } = Guid.CreateVersion7();

        public bool IsThePersons => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;

        /// <summary>False when it was refused.</summary>
        public bool On(Goal goal, PlanAction action)
        {
            var noting = Given.By(Perspective, Setting, At, Id);
            try
            {
                switch (What)
                {
                    case 0 or 1 or 2: goal.Step(noting, (GoalState)To, null, Given.Now); break;
                    case 3 or 4: action.Step(noting, goal, (ActionState)To, Yes, Given.Now); break;
                    case 5: action.Ask(noting, goal, Yes ? Carrier.Person : Given.Member(Perspective.Practitioner), !Yes && Perspective == Perspective.Practitioner, Given.Now); break;
                    case 6 or 7 when action.Carried.AccountId != noting.AuthorId: return false;
                    case 6: action.Answer(noting, goal, Yes, Given.Now); break;
                    case 7: action.GiveBack(noting, Given.Now); break;
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
