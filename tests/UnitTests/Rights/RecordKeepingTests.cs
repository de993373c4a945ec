using Barometre.Domain.Rights.Retention;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.Rights;

public sealed class RecordKeepingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_years_after_the_last_contact_it_is_closed_and_a_year_later_erased_each_announced_sixty_days_before()
    {
        List<(RetentionStep Step, DateTimeOffset At)> done = [];
        RecordKeeping? known = null;
        for (var now = Start; now < Start.AddYears(4) && !done.Exists(one => one.Step == RetentionStep.Erase); now = now.AddDays(1))
        {
            var step = RecordKeeping.Due(known, Start, 24, now);
            known = Do(step, known, Start, now);
            if (step != RetentionStep.None)
            {
                done.Add((step, now));
            }
        }

        Assert.Equal(
            [
                (RetentionStep.AnnounceClosing, Start.AddMonths(24).AddDays(-60)), (RetentionStep.Close, Start.AddMonths(24)),
                (RetentionStep.AnnounceErasing, Start.AddMonths(36).AddDays(-60)), (RetentionStep.Erase, Start.AddMonths(36)),
            ],
            done);
    }

    [Fact]
    public void Without_a_rule_nothing_is_ever_due() => Assert.Equal(RetentionStep.None, RecordKeeping.Due(null, Start, null, Start.AddYears(50)));

    [Fact]
    public void Whoever_comes_back_is_told_nothing_any_more() =>
        Assert.Equal(RetentionStep.Forget, RecordKeeping.Due(RecordKeeping.Announce(Guid.CreateVersion7(), Start, 24, Start.AddMonths(23)), Start.AddMonths(23), 24, Start.AddMonths(24)));

    /// <summary>However rarely somebody looks and whenever somebody comes back: nothing is closed or erased that was not announced sixty days before, since the last contact.</summary>
    [Fact]
    public void Nothing_happens_unannounced() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(from days in Gen.Choose(1, 300) from back in Gen.Choose(0, 19) select (days, Back: back == 0))),
        looks =>
        {
            var (now, contact) = (Start, Start);
            RecordKeeping? known = null;
            DateTimeOffset? announced = null;
            foreach (var (days, back) in looks)
            {
                now = now.AddDays(days);
                contact = back ? now : contact;
                var step = RecordKeeping.Due(known, contact, 24, now);
                if (step is RetentionStep.Close or RetentionStep.Erase && (announced is null || now - announced < RecordKeeping.Notice || contact > announced))
                {
                    return false;
                }

                announced = step is RetentionStep.AnnounceClosing or RetentionStep.AnnounceErasing ? now : step is RetentionStep.Forget or RetentionStep.Close ? null : announced;
                known = Do(step, known, contact, now);
                if (step == RetentionStep.Erase)
                {
                    return true;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static RecordKeeping? Do(RetentionStep step, RecordKeeping? known, DateTimeOffset contact, DateTimeOffset now)
    {
        switch (step)
        {
            case RetentionStep.Forget:
                return null;
            case RetentionStep.AnnounceClosing:
                return RecordKeeping.Announce(Guid.CreateVersion7(), contact, 24, now);
            case RetentionStep.Close:
                known!.Close(now);
                break;
            case RetentionStep.AnnounceErasing:
                known!.AnnounceErasing(now);
                break;
        }

        return known;
    }
}
