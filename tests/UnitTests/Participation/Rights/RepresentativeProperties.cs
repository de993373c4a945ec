using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.UnitTests.Participation.Rights;

/// <summary>10,000 random sequences: representations recorded and ended, days that pass, a record frozen and closed by either; what the representative may do then, decided by the
/// domain and by the access decision, is what a model of a few lines says.</summary>
public sealed class RepresentativeProperties
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(10_000);
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Account = Guid.CreateVersion7();
    private static readonly Tab[] Tabs = Enum.GetValues<Tab>();

    private static readonly Gen<Done> Any =
        from what in Gen.Elements(Enum.GetValues<What>())
        from byRepresentative in Gen.Elements(true, false)
        from number in Gen.Choose(0, 400)
        from reads in Gen.SubListOf(Tabs)
        from decides in Gen.Elements(true, false)
        select new Done(what, byRepresentative, number, [.. reads], decides);

    private enum What
    {
        Record,
        End,
        Wait,
        Freeze,
        Lift,
        SayNo,
        SayYes,
    }

    [Fact]
    public void They_read_what_was_named_on_its_days_decide_where_that_was_said_and_write_nothing() =>
        Prop.ForAll(Any.ArrayOf(16).ToArbitrary(), sequence =>
        {
            var (record, model) = (new Played(), new Model());
            return sequence.All(done =>
                record.Do(done) == model.Allows(done)
                && (record.Frozen, record.Closed, record.Decides) == (model.Frozen, model.Closed, model.Decides)
                // A tab and a request that writes at each step, another each time, and all tabs at the end: a refusal is an exception, and they take their time.
                && record.Reads(done.Tab) == model.Reads(done.Tab) && !record.Writes(done))
                && Array.TrueForAll(Tabs, tab => record.Reads(tab) == model.Reads(tab));
        }).Check(Many);

    /// <summary>Something that somebody does.</summary>
    /// <param name="ByRepresentative">False: the person, from their own account.</param>
    /// <param name="Number">Of days, or of the representation.</param>
    private sealed record Done(What What, bool ByRepresentative, int Number, Tab[] Reads, bool Decides)
    {
        public int Lasts => 1 + (Number % 90);

        public int Passes => Number % 40;

        public Tab Tab => Tabs[Number % Tabs.Length];

        public int StartsIn => (Number % 30) - 10;
    }

    /// <summary>The domain, and the access decision on the standing that it comes to.</summary>
    private sealed class Played
    {
        private readonly List<Representative> _representatives = [];
        private readonly List<Freeze> _freezes = [];
        private readonly Consent _care = Consent.About(Id, Purpose.Care);
        private readonly ServiceUser _person = ServiceUser.Open(Id, [1], "fr", Guid.CreateVersion7(), null, Start);
        private DateTimeOffset _now = Start;

        public Played() => _person.Claim(Guid.CreateVersion7());

        public bool Frozen => _person.Frozen;

        public bool Closed => _person.CareClosed;

        public bool Decides => Lets(Needed.Rights(Id), writes: true);

        public bool Reads(Tab tab) => Lets(Needed.Record(Id, tab, AccessLevel.Read), writes: false);

        /// <summary>Whether something that writes is let through, one kind of request after another.</summary>
        public bool Writes(Done done) => Lets(
            (done.Number / Tabs.Length % 5) switch
            {
                0 => Needed.Record(Id, done.Tab, AccessLevel.Contribute),
                1 => Needed.Record(Id, done.Tab, AccessLevel.Read),
                2 => Needed.OwnRecord(Id),
                3 => Needed.AnyTab(Id),
                _ => Needed.Circle(Id, Role.Practitioner, Role.Relative),
            },
            writes: true);

        public bool Do(Done done)
        {
            _now = _now.AddMinutes(1);
            var act = new RightsAct(done.ByRepresentative ? Account : _person.AccountId!.Value, done.ByRepresentative ? RightsGround.Representative : RightsGround.Person, _now);
            try
            {
                // As in the pipeline: the decision first, and nothing of the use case without it.
                return (done.What is What.Record or What.End or What.Wait || !done.ByRepresentative || Decides) && Did(done, act);
            }
            catch (RuleViolation)
            {
                return false;
            }
        }

        private bool Did(Done done, RightsAct act)
        {
            switch (done.What)
            {
                case What.Record:
                    var from = DateOnly.FromDateTime(_now.UtcDateTime).AddDays(done.StartsIn);
                    var said = new Representation(Id, Guid.CreateVersion7(), Guid.CreateVersion7(), Account, RepresentativeKind.Tutor, done.Reads, done.Decides, [1], from, from.AddDays(done.Lasts));
                    _representatives.Add(Representative.Record(said, Guid.CreateVersion7(), _now));
                    return true;
                case What.End when _representatives.Count > 0:
                    _representatives[done.Number % _representatives.Count].End(Guid.CreateVersion7(), _now);
                    return true;
                case What.Wait:
                    _now = _now.AddDays(done.Passes);
                    return true;
                case What.Freeze when !_person.Frozen:
                    _freezes.Add(Freeze.Of(Id, Guid.CreateVersion7(), personHasAccount: true, act));
                    _person.Freeze(true);
                    return true;
                case What.Lift when _person.Frozen:
                    _freezes[^1].Lift(act);
                    _person.Freeze(false);
                    return true;
                case What.SayNo or What.SayYes:
                    _care.Say(Guid.CreateVersion7(), done.What == What.SayYes, new ShownText("1.0.0", "fr", "h"), act, _now);
                    _person.CareIsOpen(done.What == What.SayYes);
                    return true;
                default:
                    return false;
            }
        }

        private bool Lets(Needed needed, bool writes)
        {
            try
            {
                return AccessDecider.Decide(needed, Standing(), writes).Grant.As == Role.Representative;
            }
            catch (Exception refused) when (refused is NotFound or Forbidden)
            {
                return false;
            }
        }

        // As participation.standing_of says it: the representations of the day; frozen or closed, they are beside the record and no place in it.
        private Standing Standing()
        {
            List<Membership> places =
            [
                .. _representatives.Where(one => one.IsInForce(_now)).Select(one => new Membership(
                    one.Id, Role.Representative, null, true, Tabs.ToDictionary(tab => tab, tab => one.Reads.Contains(tab) ? AccessLevel.Read : AccessLevel.None)) { DecidesRights = one.DecidesRights }),
            ];
            var beside = _person.Frozen || _person.CareClosed;
            return new Standing(true, false, false, [], beside ? [] : places) { Beside = beside ? places : [] };
        }
    }

    /// <summary>What should be: days, tabs, and who froze or closed.</summary>
    private sealed class Model
    {
        private readonly List<(DateOnly From, DateOnly Until, Tab[] Reads, bool Decides, bool Ended)> _recorded = [];
        private DateTimeOffset _now = Start;
        private bool _frozenByThePerson;
        private bool _closedByThePerson;

        public bool Frozen { get; private set; }

        public bool Closed { get; private set; }

        public bool Decides => Today.Any(one => one.Decides);

        private DateOnly Day => DateOnly.FromDateTime(_now.UtcDateTime);

        private IEnumerable<(DateOnly From, DateOnly Until, Tab[] Reads, bool Decides, bool Ended)> Today => _recorded.Where(one => one.From <= Day && Day < one.Until && !one.Ended);

        public bool Reads(Tab tab) => !Frozen && !Closed && Today.Any(one => one.Reads.Contains(tab));

        public bool Allows(Done done)
        {
            _now = _now.AddMinutes(1);
            var may = !done.ByRepresentative || Decides;
            switch (done.What)
            {
                case What.Record:
                    _recorded.Add((Day.AddDays(done.StartsIn), Day.AddDays(done.StartsIn + done.Lasts), done.Reads, done.Decides, false));
                    return true;
                case What.End when _recorded.Count > 0:
                    _recorded[done.Number % _recorded.Count] = _recorded[done.Number % _recorded.Count] with { Ended = true };
                    return true;
                case What.Wait:
                    _now = _now.AddDays(done.Passes);
                    return true;
                case What.Freeze when may && !Frozen:
                    (Frozen, _frozenByThePerson) = (true, !done.ByRepresentative);
                    return true;
                case What.Lift when may && Frozen && !(done.ByRepresentative && _frozenByThePerson):
                    Frozen = false;
                    return true;
                case What.SayNo when may:
                    (Closed, _closedByThePerson) = (true, _closedByThePerson || !done.ByRepresentative);
                    return true;
                case What.SayYes when may && !(done.ByRepresentative && _closedByThePerson):
                    (Closed, _closedByThePerson) = (false, false);
                    return true;
                default:
                    return false;
            }
        }
    }
}
