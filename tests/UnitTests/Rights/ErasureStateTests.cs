using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.Rights;

/// <summary>Whatever is asked, in whatever order and at whatever time: an erasing goes the ways of a small model, and never back.</summary>
public sealed class ErasureStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static Gen<Said[]> Sequences => Gen.ArrayOf(
        from what in Gen.Elements(Enum.GetValues<What>())
        from hours in Gen.Choose(0, 30)
        from wait in Gen.Choose(0, 48)
        from keeps in Gen.Elements(true, false)
        select new Said(what, hours, wait, keeps));

    [Fact]
    public void Ten_thousand_random_sequences_go_as_the_model_says() => Assert.All(Sequences.Sample(30, 10_000), said =>
    {
        var erasure = Erasure.Ask(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Start);
        var model = new Model(ErasureState.Asked, null);
        var now = Start;
        foreach (var one in said)
        {
            now = now.AddHours(one.Hours);
            var (expected, version) = (model.After(one, now), erasure.Version);
            var refused = Refuses(() => Do(erasure, one, now));
            model = expected ?? model;
            Assert.Equal((expected is null, model.State, model.At), (refused, erasure.State, erasure.ExecutesAt));
            Assert.True(!refused || erasure.Version == version);
        }
    });

    [Fact]
    public void Nothing_is_shredded_that_was_not_confirmed_or_before_its_time() => Prop.ForAll(Arb.From(Sequences), said =>
    {
        var erasure = Erasure.Ask(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Start);
        var now = Start;
        foreach (var one in said)
        {
            now = now.AddHours(one.Hours);
            Refuses(() => Do(erasure, one, now));
        }

        return erasure.ShreddedAt is null || (erasure.ConfirmedAt is not null && erasure.ExecutesAt <= erasure.ShreddedAt && erasure.CancelledAt is null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void What_is_erased_for_its_age_is_due_at_once() => Assert.True(Erasure.ForRetention(Guid.CreateVersion7(), null, Start).IsDue(Start));

    [Fact]
    public void Of_an_account_that_came_after_it_was_confirmed_nobody_had_said_anything_so_it_is_kept()
    {
        var (erasure, account) = (Erasure.AskRepresented(Guid.CreateVersion7(), Guid.CreateVersion7(), null, Start), Guid.CreateVersion7());
        erasure.Confirm(keepsAccount: false, TimeSpan.FromHours(24), "hash", Start);

        erasure.Claimed(account, Start.AddHours(23));

        Assert.Equal((account, true, Start.AddHours(23 + Erasure.LongestWait)), (erasure.AccountId, erasure.KeepsAccount, erasure.ExecutesAt));
    }

    [Fact]
    public void What_is_erased_for_its_age_is_called_off_when_the_person_comes()
    {
        var erasure = Erasure.ForRetention(Guid.CreateVersion7(), null, Start);

        erasure.Claimed(Guid.CreateVersion7(), Start.AddSeconds(20));

        Assert.Equal((ErasureState.Cancelled, Start.AddSeconds(20)), (erasure.State, erasure.CancelledAt));
    }

    private static void Do(Erasure erasure, Said said, DateTimeOffset now)
    {
        switch (said.What)
        {
            case What.Confirm:
                erasure.Confirm(said.Keeps, TimeSpan.FromHours(said.Wait), "hash", now);
                break;
            case What.Cancel:
                erasure.Cancel(now);
                break;
            case What.Shred:
                erasure.Shred(0, now);
                break;
            case What.Claim:
                erasure.Claimed(Guid.CreateVersion7(), now);
                break;
            default:
                erasure.Finish();
                break;
        }
    }

    private static bool Refuses(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (RuleViolation)
        {
            return true;
        }
    }

    internal enum What
    {
        Confirm,
        Cancel,
        Shred,
        Claim,
        Finish,
    }

    internal sealed record Said(What What, int Hours, int Wait, bool Keeps);

    // Null: refused.
    private sealed record Model(ErasureState State, DateTimeOffset? At)
    {
        public Model? After(Said said, DateTimeOffset now) => (said.What, State) switch
        {
            (What.Confirm, ErasureState.Asked) => new Model(ErasureState.Confirmed, now.AddHours(said.Wait)),
            (What.Confirm, ErasureState.Confirmed) when now < At => this,
            (What.Cancel, ErasureState.Cancelled) => this,
            (What.Cancel, ErasureState.Asked) => this with { State = ErasureState.Cancelled },
            (What.Cancel, ErasureState.Confirmed) when now < At => this with { State = ErasureState.Cancelled },
            (What.Shred, ErasureState.Confirmed) when now >= At => this with { State = ErasureState.Shredded },
            (What.Claim, ErasureState.Asked) => this,
            (What.Claim, ErasureState.Confirmed) => this with { At = At > now.AddHours(Erasure.LongestWait) ? At : now.AddHours(Erasure.LongestWait) },
            (What.Finish, ErasureState.Shredded) => this with { State = ErasureState.Erased },
            _ => null,
        };
    }
}
