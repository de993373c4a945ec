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
        select new Tried(verb, perspective, setting, which, says, unread);

    private enum Verb
    {
        Propose,
        Accept,
        Amend,
        Decline,
        Reopen,
        Withdraw,
        ChangeTheThing,
    }

    [Fact]
    public void Nothing_takes_effect_without_the_persons_yes_and_no_state_is_reached_that_should_not_be() =>
        Prop.ForAll(Any.ArrayOf(14).ToArbitrary(), tried =>
        {
            var (record, model) = (new Played(), new Model());
            return tried.All(one => record.Try(one) == model.Allows(one) && record.States.SequenceEqual(model.States) && record.Effects == model.Effects);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void What_the_person_said_no_to_never_waits_again_unless_they_open_it() =>
        Prop.ForAll(Any.ArrayOf(14).ToArbitrary(), tried =>
        {
            var record = new Played();
            foreach (var one in tried)
            {
                var declined = record.Proposals.Where(proposal => proposal.State == ProposalState.Declined).Select(record.Says).ToHashSet();
                record.Try(one);
                var waiting = record.Proposals.Where(proposal => proposal.State == ProposalState.Open).Select(record.Says);
                if (one.Verb != Verb.Reopen && waiting.Any(declined.Contains))
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    [Fact]
    public void What_was_refused_left_no_trace_and_what_was_done_can_be_replayed() =>
        Prop.ForAll(Any.ArrayOf(14).ToArbitrary(), tried =>
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

    private sealed record Tried(Verb Verb, Perspective Perspective, Setting Setting, int Which, string Says, bool Unread)
    {
        public bool ByThePerson => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;
    }

    /// <summary>The domain itself, with a thing that every yes changes.</summary>
    private sealed class Played
    {
        private readonly Dictionary<Guid, string> _says = [];
        private int _version = 1;

        public List<Proposal> Proposals { get; } = [];

        /// <summary>How often the thing was changed by a proposal.</summary>
        public int Effects { get; private set; }

        public IEnumerable<ProposalState> States => Proposals.Select(proposal => proposal.State);

        public string Says(Proposal proposal) => _says[proposal.Id];

        public bool Try(Tried tried)
        {
            try
            {
                return Do(tried, Offered.By(tried.Perspective, tried.Setting));
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
                case Verb.Propose:
                    var earlier = Proposals.Select(one => new EarlierProposal(one.State, one.Waits(null, Offered.Now), _says[one.Id]));
                    var made = Proposal.Make(noting, Offered.Content(tried.Says, _version), null, earlier, Offered.Now);
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
                    proposal.Answer(noting, (tried.Verb == Verb.Amend ? Offered.Amending : Offered.Yes) with { ReadVersion = tried.Unread ? null : _version }, _version, Offered.Now);
                    (Effects, _version) = (Effects + 1, _version + 1);
                    break;
                case Verb.Decline: proposal.Answer(noting, Offered.No, _version, Offered.Now); break;
                case Verb.Reopen: proposal.Reopen(noting, Offered.Now); break;
                default: proposal.Withdraw(noting, Offered.Now); break;
            }

            return true;
        }
    }

    /// <summary>What should be: a list of states, who made each, and what version of the thing they saw.</summary>
    private sealed class Model
    {
        private readonly List<(ProposalState State, string Says, Perspective By, int Seen)> _made = [];
        private int _version = 1;

        public int Effects { get; private set; }

        public IEnumerable<ProposalState> States => _made.Select(one => one.State);

        public bool Allows(Tried tried)
        {
            var there = tried.Which < _made.Count;
            var at = there ? _made[tried.Which] : default;
            var open = there && at.State == ProposalState.Open;
            switch (tried.Verb)
            {
                case Verb.ChangeTheThing:
                    _version++;
                    return true;
                case Verb.Propose when !tried.ByThePerson && !_made.Exists(one => one.Says == tried.Says && (one.State is ProposalState.Open or ProposalState.Declined)):
                    _made.Add((ProposalState.Open, tried.Says, tried.Perspective, _version));
                    return true;
                case Verb.Accept or Verb.Amend when open && tried.ByThePerson && (!tried.Unread || at.Seen == _version):
                    (Effects, _version) = (Effects + 1, _version + 1);
                    return Becomes(tried, tried.Verb == Verb.Accept ? ProposalState.Accepted : ProposalState.Amended);
                case Verb.Decline when open && tried.ByThePerson: return Becomes(tried, ProposalState.Declined);
                case Verb.Reopen when there && at.State == ProposalState.Declined && tried.ByThePerson: return Becomes(tried, ProposalState.Open);
                case Verb.Withdraw when open && at.By == tried.Perspective: return Becomes(tried, ProposalState.Withdrawn);
                default: return false;
            }
        }

        private bool Becomes(Tried tried, ProposalState state)
        {
            _made[tried.Which] = _made[tried.Which] with { State = state };
            return true;
        }
    }
}
