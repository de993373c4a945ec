using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class CircleMemberTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly Act ByPerson = new(Guid.CreateVersion7(), Setting.Alone, Now);
    private static readonly Act ByInvited = new(Guid.CreateVersion7(), Setting.Alone, Now);

    [Fact]
    public void Accepts_once_and_again_without_effect()
    {
        var member = CircleMember.Invited(Invitation(), ByPerson);

        member.Accept(ByInvited);
        member.Accept(ByInvited);

        Assert.Equal((CircleState.Active, 2, 2), (member.State, member.Version, member.Facts.Count));
    }

    [Fact]
    public void Waits_for_the_person_when_put_forward_to_somebody_with_an_account()
    {
        var member = CircleMember.PutForward(Invitation(), personHasAccount: true, ByInvited);

        Assert.Equal(CircleState.AwaitingPerson, member.State);
        Assert.Throws<RuleViolation>(() => member.Accept(ByInvited));
        member.Confirm(ByPerson);
        Assert.Equal((CircleState.Active, (DateTimeOffset?)Now), (member.State, member.ConfirmedAt));
    }

    [Fact]
    public void Is_in_at_once_but_unconfirmed_when_the_person_has_no_account()
    {
        var member = CircleMember.PutForward(Invitation(), personHasAccount: false, ByInvited);

        Assert.Equal((CircleState.Active, (DateTimeOffset?)null), (member.State, member.ConfirmedAt));
        member.Decline(ByPerson);
        Assert.True(member.IsOver);
    }

    [Fact]
    public void Cannot_be_declined_once_confirmed_and_keeps_the_first_reason_of_its_end()
    {
        var member = CircleMember.Invited(Invitation(), ByPerson);
        member.Accept(ByInvited);

        Assert.Throws<RuleViolation>(() => member.Decline(ByPerson));
        member.End(CircleFactKind.Left, ByInvited);
        member.End(CircleFactKind.Removed, ByPerson);

        Assert.Equal(CircleFactKind.Left, member.Facts[^1].Kind);
        Assert.Throws<RuleViolation>(() => member.Share(Sharing.Everything, ByPerson));
    }

    [Fact]
    public void Notes_one_fact_for_each_tab_that_changes()
    {
        var member = CircleMember.Invited(Invitation(), ByPerson);

        member.Share(member.Sharing with { Network = AccessLevel.None, Plan = AccessLevel.Contribute }, ByPerson);

        Assert.Equal([(Tab.Network, AccessLevel.None), (Tab.Plan, AccessLevel.Contribute)], member.Facts.Skip(1).Select(fact => (fact.Tab!.Value, fact.Level!.Value)));
        Assert.Equal(AccessLevel.None, member.Sharing.Of(Tab.Network));
    }

    private static Invitation Invitation() => new(Person, Guid.CreateVersion7(), Role.Practitioner, ByInvited.By, Guid.CreateVersion7(), null, Sharing.Each(AccessLevel.Read));
}
