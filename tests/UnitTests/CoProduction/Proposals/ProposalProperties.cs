using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.CoProduction.Proposals;

/// <summary>Ten thousand sequences of what anybody may try, beside a model small enough to be read at a glance.</summary>
public class ProposalProperties
{
    private const int Sequences = 10_000;

    private static readonly Gen<Tried> Any =
        from verb in Gen.Elements(Enum.GetValues<Verb>())
        from perspective in Gen.Elements(Enum.GetValues<Perspective>())
        from setting in Gen.Frequency((3, Gen.Constant(Setting.Alone)), (1, Gen.Constant(Setting.Joint)))
        from which in Gen.Choose(0, 5)
        from says in Gen.Elements("a", "b")
        from unread in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from days in Gen.Elements<int?>(null, 1, 2)
        from hours in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 50)))
        from late in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 50)))
        select new Tried(verb, perspective, setting, which, says, unread, days, hours, late);

    // Long enough that proposals are made, lapse, are made anew and are answered.
    private static Arbitrary<Tried[]> Sequence { get; } = Any.ArrayOf(20).ToArbitrary();

    private enum Verb
    {
        Propose,
        Accept,
        Amend,
        Decline,
        Reopen,
        Withdraw,
        ChangeTheThing,
        ChooseExpiry,
    }

    [Fact]
    public void Nothing_takes_effect_without_the_persons_yes_and_no_state_is_reached_that_should_not_be() =>
        Prop.ForAll(Sequence, tried =>
        {
            var (record, model) = (new Played(), new Model());
            return tried.All(one => record.Try(one) == model.Allows(one) && record.States.SequenceEqual(model.States) && record.Waiting.SequenceEqual(model.Waiting) && record.Effects == model.Effects);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void What_the_person_said_no_to_never_comes_to_wait_again_unless_they_open_it() =>
        Prop.ForAll(Sequence, tried =>
        {
            var record = new Played();
            foreach (var one in tried)
            {
                var declined = record.Proposals.Where(proposal => proposal.State == ProposalState.Declined).Select(record.Says).ToHashSet();
                var waited = record.Waiting.ToList();
                record.Try(one);
                var come = record.Proposals.Zip(record.Waiting).Where((pair, place) => pair.Second && !waited.ElementAtOrDefault(place)).Select(pair => record.Says(pair.First));
                if (one.Verb != Verb.Reopen && come.Any(declined.Contains))
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void What_was_refused_left_no_trace_and_what_was_done_can_be_replayed() =>
        Prop.ForAll(Sequence, tried =>
        {
            var record = new Played();
            foreach (var one in tried)
            {
                var before = record.Proposals.Select(proposal => (proposal.Version, proposal.Facts.Count)).ToList();
                if (!record.Try(one) && !before.SequenceEqual(record.Proposals.Select(proposal => (proposal.Version, proposal.Facts.Count))))
                {
                    return false;
                }
            }

            return record.Proposals.All(proposal => proposal.Version == proposal.Facts.Count
                && proposal.Facts.Zip(proposal.Facts.Skip(1)).All(pair => pair.First.At < pair.Second.At)
                && proposal.Facts.Skip(1).All(fact => fact.IsThePersons || (fact.Kind == ProposalFactKind.Withdrawn && fact.AuthorId == proposal.ProposedBy)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    /// <summary>What somebody tries.</summary>
    /// <param name="Days">After how many days what is left lapses, if that is what is chosen.</param>
    /// <param name="Hours">The server's clock goes on by so much before, and by a minute.</param>
    /// <param name="Late">The device's clock is late by so many hours.</param>
    private sealed record Tried(Verb Verb, Perspective Perspective, Setting Setting, int Which, string Says, bool Unread, int? Days, int Hours, int Late)
    {
        public bool ByThePerson => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;
    }

    /// <summary>The domain itself, with a thing that every yes changes.</summary>
    private sealed class Played
    {
        private readonly Dictionary<Guid, string> _says = [];
        private readonly List<ProposalTerms> _terms = [];
        private DateTimeOffset _now = Offered.Now;
        private int _version = 1;

        public List<Proposal> Proposals { get; } = [];

        /// <summary>How often the thing was changed by a proposal.</summary>
        public int Effects { get; private set; }

        public IEnumerable<ProposalState> States => Proposals.Select(proposal => proposal.State);

        public IEnumerable<bool> Waiting => Proposals.Select(proposal => proposal.Waits(Expiry, _now));

        private ProposalExpiry Expiry => new(_terms);

        public string Says(Proposal proposal) => _says[proposal.Id];

        public bool Try(Tried tried)
        {
            _now = _now.AddHours(tried.Hours).AddMinutes(1);
            try
            {
                return Do(tried, Offered.By(tried.Perspective, tried.Setting, _now.AddHours(-tried.Late)));
            }
            catch (RuleViolation)
            {
                return false;
            }
        }

        private bool Do(Tried tried, Noting noting)
        {
            switch (tried.Verb)
            {
                case Verb.ChangeTheThing:
                    _version++;
                    return true;
                case Verb.ChooseExpiry:
                    _terms.Add(ProposalTerms.Choose(noting, tried.Days, _now));
                    return true;
                case Verb.Propose:
                    var earlier = Proposals.Select(one => new EarlierProposal(one.State, one.Waits(Expiry, _now), _says[one.Id]));
                    var made = Proposal.Make(noting, Offered.Content(tried.Says, _version), null, earlier, _now);
                    _says[made.Id] = tried.Says;
                    Proposals.Add(made);
                    return true;
            }

            if (Proposals.ElementAtOrDefault(tried.Which) is not { } proposal)
            {
                return false;
            }

            switch (tried.Verb)
            {
                case Verb.Accept or Verb.Amend:
                    proposal.Answer(noting, (tried.Verb == Verb.Amend ? Offered.Amending : Offered.Yes) with { ReadVersion = tried.Unread ? null : _version }, _version, _now);
                    (Effects, _version) = (Effects + 1, _version + 1);
                    break;
                case Verb.Decline: proposal.Answer(noting, Offered.No, _version, _now); break;
                case Verb.Reopen: proposal.Reopen(noting, _now); break;
                default: proposal.Withdraw(noting, _now); break;
            }

            return true;
        }
    }

    /// <summary>What should be: a list of states, who made each, what version of the thing they saw since when it waits and whether it lapsed, for good; and after how long what is left lapses.</summary>
    private sealed class Model
    {
        private readonly List<(ProposalState State, string Says, Perspective By, int Seen, int Since, bool Lapsed)> _made = [];
        private readonly List<(int At, int Arrived, int? Days)> _terms = [(int.MinValue, 0, null)];
        private int _version = 1;

        // In minutes.
        private int _now;

        public int Effects { get; private set; }

        public IEnumerable<ProposalState> States => _made.Select(one => one.State);

        public IEnumerable<bool> Waiting => _made.Select(one => one.State == ProposalState.Open && !one.Lapsed);

        public bool Allows(Tried tried)
        {
            _now += (tried.Hours * 60) + 1;
            Lapse();
            var there = tried.Which < _made.Count;
            var at = there ? _made[tried.Which] : default;
            var open = there && at.State == ProposalState.Open;
            switch (tried.Verb)
            {
                case Verb.ChangeTheThing:
                    _version++;
                    return true;
                case Verb.ChooseExpiry when tried.ByThePerson:
                    _terms.Add((_now - (tried.Late * 60), _now, tried.Days));
                    Lapse();
                    return true;
                case Verb.Propose when !tried.ByThePerson && !_made.Zip(Waiting).Any(one => one.First.Says == tried.Says && (one.Second || one.First.State == ProposalState.Declined)):
                    _made.Add((ProposalState.Open, tried.Says, tried.Perspective, _version, _now, false));
                    return true;
                case Verb.Accept or Verb.Amend when open && tried.ByThePerson && (!tried.Unread || at.Seen == _version):
                    (Effects, _version) = (Effects + 1, _version + 1);
                    return Becomes(tried, tried.Verb == Verb.Accept ? ProposalState.Accepted : ProposalState.Amended);
                case Verb.Decline when open && tried.ByThePerson: return Becomes(tried, ProposalState.Declined);
                case Verb.Reopen when there && at.State == ProposalState.Declined && tried.ByThePerson:
                    _made[tried.Which] = at with { Since = _now, Lapsed = false };
                    return Becomes(tried, ProposalState.Open);
                case Verb.Withdraw when open && at.By == tried.Perspective: return Becomes(tried, ProposalState.Withdrawn);
                default: return false;
            }
        }

        private void Lapse()
        {
            for (var place = 0; place < _made.Count; place++)
            {
                var one = _made[place];
                _made[place] = one with { Lapsed = one.Lapsed || (_terms.Max().Days is { } days && _now - one.Since >= days * 24 * 60) };
            }
        }

        private bool Becomes(Tried tried, ProposalState state)
        {
            _made[tried.Which] = _made[tried.Which] with { State = state };
            return true;
        }
    }
}
