using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.Proposals.Offered;

namespace Barometre.UnitTests.CoProduction.Proposals;

public class ProposalTests
{
    [Fact]
    public void A_proposal_waits_and_has_no_effect_of_its_own()
    {
        var proposal = Made();

        Assert.Equal((ProposalState.Open, 1), (proposal.State, proposal.Version));
        Assert.Equal(ProposalFactKind.Proposed, Assert.Single(proposal.Facts).Kind);
        Assert.Equal([new ProposalsChanged(Person)], proposal.Events);
    }

    [Theory]
    [InlineData(Perspective.ServiceUser, Setting.Alone)]
    [InlineData(Perspective.ServiceUser, Setting.Joint)]
    [InlineData(Perspective.Practitioner, Setting.Joint)]
    public void The_person_has_nothing_to_propose_to_themself(Perspective perspective, Setting setting) =>
        Assert.Equal(ProposalErrors.TheirsToDo, Refused(() => Proposal.Make(By(perspective, setting), Content(), null, [], Now)));

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.Relative)]
    public void Nobody_else_alone_says_yes_or_no_or_opens_again(Perspective perspective)
    {
        var (open, declined) = (Made(perspective), Made());
        declined.Answer(By(Perspective.ServiceUser), No, null, Now);

        Assert.Equal(ProposalErrors.OnlyThePerson, Refused(() => open.Answer(By(perspective), Yes, 3, Now)));
        Assert.Equal(ProposalErrors.OnlyThePerson, Refused(() => open.Answer(By(perspective), No, 3, Now)));
        Assert.Equal(ProposalErrors.OnlyThePerson, Refused(() => declined.Reopen(By(perspective), Now)));
        Assert.Equal((ProposalState.Open, ProposalState.Declined), (open.State, declined.State));
    }

    [Fact]
    public void The_persons_yes_may_be_in_their_own_way_and_together_with_somebody()
    {
        var (accepted, amended) = (Made(), Made());

        accepted.Answer(By(Perspective.Practitioner, Setting.Joint), Yes, 3, Now);
        amended.Answer(By(Perspective.ServiceUser), Amending, 3, Now);

        Assert.Equal((ProposalState.Accepted, ProposalState.Amended), (accepted.State, amended.State));
        Assert.Equal([9], amended.Facts[^1].ContentSealed);
    }

    [Fact]
    public void A_no_keeps_its_reason_and_says_whether_others_may_read_it()
    {
        var proposal = Made();

        proposal.Answer(By(Perspective.ServiceUser), No, null, Now);

        Assert.Equal(ProposalState.Declined, proposal.State);
        Assert.Equal([7], proposal.Facts[^1].WhySealed);
        Assert.True(proposal.Facts[^1].WhyShown);
    }

    [Theory]
    [InlineData(4, null, false)]
    [InlineData(4, 3, false)]
    [InlineData(4, 4, true)]
    [InlineData(3, null, true)]
    [InlineData(null, null, false)]
    [InlineData(null, 3, false)]
    public void A_yes_is_to_what_was_read(int? there, int? read, bool taken)
    {
        var proposal = Made();
        var answer = Yes with { ReadVersion = read };

        var refused = Record.Exception(() => proposal.Answer(By(Perspective.ServiceUser), answer, there, Now));

        Assert.Equal(taken ? null : ProposalErrors.ChangedSince, (refused as RuleViolation)?.Error);
        Assert.Equal(taken ? ProposalState.Accepted : ProposalState.Open, proposal.State);
    }

    [Fact]
    public void What_has_an_answer_or_was_taken_back_waits_no_longer()
    {
        var (accepted, withdrawn) = (Made(), Made());
        accepted.Answer(By(Perspective.ServiceUser), Yes, 3, Now);
        withdrawn.Withdraw(By(Perspective.Practitioner), Now);

        Assert.Equal(ProposalErrors.WaitsNoLonger, Refused(() => accepted.Withdraw(By(Perspective.Practitioner), Now)));
        Assert.Equal(ProposalErrors.WaitsNoLonger, Refused(() => withdrawn.Answer(By(Perspective.ServiceUser), Yes, 3, Now)));
        Assert.Equal(ProposalErrors.NotDeclined, Refused(() => accepted.Reopen(By(Perspective.ServiceUser), Now)));
    }

    [Fact]
    public void Only_whoever_proposed_takes_back()
    {
        var proposal = Made();

        Assert.Equal(ProposalErrors.NotYours, Refused(() => proposal.Withdraw(By(Perspective.Relative), Now)));
        Assert.Equal(ProposalErrors.NotYours, Refused(() => proposal.Withdraw(By(Perspective.ServiceUser), Now)));
    }

    [Theory]
    [InlineData(ProposalState.Declined, false, "marcher", "coproduction.declined-before")]
    [InlineData(ProposalState.Open, true, "marcher", "coproduction.waits-already")]
    [InlineData(ProposalState.Open, false, "marcher", null)]
    [InlineData(ProposalState.Declined, false, "nager", null)]
    [InlineData(ProposalState.Withdrawn, false, "marcher", null)]
    public void The_same_is_not_proposed_again_while_it_waits_or_after_a_no(ProposalState state, bool waits, string says, string? code) =>
        Assert.Equal(code, (Record.Exception(() => Made(Perspective.Relative, "marcher", new EarlierProposal(state, waits, says))) as RuleViolation)?.Error.Code);

    [Fact]
    public void Opened_again_it_waits_anew()
    {
        var proposal = Made();
        proposal.Answer(By(Perspective.ServiceUser), No, null, Now);

        proposal.Reopen(By(Perspective.ServiceUser), Now.AddDays(9));

        Assert.Equal((ProposalState.Open, Now.AddDays(9)), (proposal.State, proposal.WaitsSince));
    }

    [Theory]
    [InlineData(null, 4000, true)]
    [InlineData(30, 29, true)]
    [InlineData(30, 30, false)]
    public void What_is_left_lapses_after_the_persons_own_term_and_may_still_be_taken_up(int? term, int days, bool waits)
    {
        var proposal = Made();

        Assert.Equal(waits, proposal.Waits(Letting((term, 0)), Now.AddDays(days)));
        proposal.Answer(By(Perspective.ServiceUser), Yes, 3, Now.AddDays(days));
        Assert.Equal(ProposalState.Accepted, proposal.State);
    }

    [Fact]
    public void What_lapsed_does_not_wait_again_when_the_person_lets_others_wait_longer()
    {
        var (lapsed, young) = (Made(), Proposal.Make(By(Perspective.Practitioner), Content("nager"), null, [], Now.AddDays(19)));
        var longer = Letting((10, 0), (null, 20));

        Assert.False(lapsed.Waits(longer, Now.AddDays(20)));
        Assert.True(young.Waits(longer, Now.AddDays(4000)));
        Assert.Null(longer.LapseAfterDays);
    }

    [Fact]
    public void Letting_proposals_wait_longer_before_they_lapse_keeps_them_waiting_and_a_shorter_term_counts_from_its_arrival()
    {
        var proposal = Made();

        Assert.True(proposal.Waits(Letting((10, 0), (30, 9)), Now.AddDays(29)));
        Assert.True(proposal.Waits(Letting((30, 0), (10, 15)), Now.AddDays(14)));
        Assert.False(proposal.Waits(Letting((30, 0), (10, 15)), Now.AddDays(15)));
    }

    [Fact]
    public void A_choice_that_a_device_sends_late_counts_from_its_arrival_and_not_at_all_after_a_later_one()
    {
        var (proposal, earlier) = (Made(), new ProposalExpiry([Chosen(5, arrived: 20, said: 1)]));
        var overtaken = new ProposalExpiry([Chosen(null, arrived: 10, said: 10), Chosen(5, arrived: 20, said: 1)]);

        Assert.Equal((true, false), (proposal.Waits(earlier, Now.AddDays(19)), proposal.Waits(earlier, Now.AddDays(20))));
        Assert.True(proposal.Waits(overtaken, Now.AddDays(4000)));
    }

    [Fact]
    public void Opened_again_by_the_person_what_lapsed_under_an_earlier_term_waits()
    {
        var proposal = Made();
        proposal.Answer(By(Perspective.ServiceUser), No, null, Now.AddDays(12));

        proposal.Reopen(By(Perspective.ServiceUser), Now.AddDays(20));

        Assert.True(proposal.Waits(Letting((10, 0), (30, 15)), Now.AddDays(21)));
    }

    [Fact]
    public void Only_the_person_chooses_how_long_proposals_wait()
    {
        Assert.Equal(14, ProposalTerms.Choose(By(Perspective.ServiceUser), 14, Now).LapseAfterDays);
        Assert.Equal(ProposalErrors.OnlyThePerson, Refused(() => ProposalTerms.Choose(By(Perspective.Relative), 14, Now)));
    }

    [Fact]
    public void Every_kind_stands_in_the_part_of_its_thing() => Assert.All(Enum.GetValues<ProposalKind>(), kind =>
    {
        if (kind.Thing() is { } thing)
        {
            Assert.Equal(new Thing(thing, null, Goal).Tab, kind.Tab());
        }
        else
        {
            Assert.Contains(kind.Tab(), new[] { Tab.Strengths, Tab.QualityOfLife });
        }
    });
}
