using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.Participation.Rights;

/// <summary>10,000 random sequences each: representation, keeping out and freezing, against models of a few lines.</summary>
public sealed class RightsProperties
{
    private static readonly DateOnly Day = new(2026, 11, 28);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    /// <summary>On a day of the sequence, somebody asks whether it is in force, or ends it.</summary>
    public sealed record Moment(int AfterDays, bool Ends);

    [Fact]
    public void A_representation_is_in_force_on_its_days_until_it_is_ended() => Prop.ForAll(
        Arb.From(Gen.Choose(1, 800)), Arb.From(Gen.ArrayOf(from days in Gen.Choose(0, 400) from ends in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true))) select new Moment(days, ends))),
        (length, moments) =>
        {
            var representative = Record(RepresentativeKind.Parent, Day, Day.AddDays(length));
            var (today, over) = (Day.AddDays(-30), false);
            foreach (var moment in moments)
            {
                today = today.AddDays(moment.AfterDays);
                var now = new DateTimeOffset(today, new TimeOnly(23, 59), TimeSpan.Zero);
                if (moment.Ends)
                {
                    representative.End(Guid.CreateVersion7(), now);
                    over = true;
                }

                if (representative.IsInForce(now) != (!over && today >= Day && today < Day.AddDays(length)))
                {
                    return false;
                }
            }

            return representative.EndedAt is not null == over;
        }).Check(Many);

    [Fact]
    public void It_always_has_an_end_that_somebody_will_come_back_to() => Prop.ForAll(
        Arb.From(Gen.Elements(Enum.GetValues<RepresentativeKind>())), Arb.From(Gen.Choose(-400, 8000)), (kind, length) =>
        {
            var longest = kind == RepresentativeKind.Mandatary ? 5 : 14;
            var holds = length > 0 && Day.AddDays(length) <= Day.AddYears(longest);

            return holds == (Refused(() => Record(kind, Day, Day.AddDays(length))) is null);
        }).Check(Many);

    [Fact]
    public void What_the_person_did_from_their_own_account_only_they_lift() => Prop.ForAll(
        Arb.From(Gen.Elements(Enum.GetValues<RightsGround>())), Arb.From(Gen.ArrayOf(Gen.Elements(Enum.GetValues<RightsGround>()))), (by, tries) =>
        {
            var restriction = Restriction.Of(Guid.CreateVersion7(), Guid.CreateVersion7(), new KeptOut(null, null, null, Role.Practitioner), [], Act(by));
            var lifted = false;
            foreach (var ground in tries)
            {
                var may = by != RightsGround.Person || ground == RightsGround.Person;
                if (may == (Refused(() => restriction.Lift(Act(ground))) is not null))
                {
                    return false;
                }

                lifted |= may;
                if (restriction.Until is not null != lifted)
                {
                    return false;
                }
            }

            return true;
        }).Check(Many);

    [Fact]
    public void Nothing_is_frozen_that_nobody_could_lift() =>
        Assert.All(new[] { (RightsGround.Together, true), (RightsGround.Representative, false) }, who =>
            Assert.Equal("rights.freeze-needs-account", Refused(() => Freeze.Of(Guid.CreateVersion7(), Guid.CreateVersion7(), who.Item2, Act(who.Item1)))));

    [Fact]
    public void Exactly_one_thing_is_kept_out_and_only_roles_that_can_be()
    {
        var id = Guid.CreateVersion7();

        Assert.True(new KeptOut(id, null, null, null).IsOne);
        Assert.True(new KeptOut(null, null, null, Role.Coordinator).IsOne);
        Assert.False(new KeptOut(null, null, null, null).IsOne);
        Assert.False(new KeptOut(id, id, null, null).IsOne);
        Assert.False(new KeptOut(null, null, null, Role.Relative).IsOne);
    }

    [Fact]
    public void Nobody_records_their_own_representation()
    {
        var account = Guid.CreateVersion7();

        Assert.Equal("rights.represents-nobody", Refused(() => Representative.Record(Said(account, RepresentativeKind.Tutor, Day, Day.AddDays(1)), account, default)));
    }

    [Fact]
    public void What_is_over_is_not_contested_and_what_is_to_come_is()
    {
        var (now, representative) = (new DateTimeOffset(Day.AddDays(10), new TimeOnly(0, 1), TimeSpan.Zero), Record(RepresentativeKind.Tutor, Day, Day.AddDays(10)));

        Assert.Equal("rights.representation-over", Refused(() => RepresentationContest.Of(representative, Guid.CreateVersion7(), now)));
        Assert.Null(RepresentationContest.Of(representative, Guid.CreateVersion7(), now.AddDays(-30)).Until);
    }

    [Fact]
    public void Taken_back_twice_the_first_time_stays()
    {
        var now = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero);
        var contest = RepresentationContest.Of(Record(RepresentativeKind.Tutor, Day, Day.AddDays(10)), Guid.CreateVersion7(), now);

        contest.TakeBack(now.AddHours(1));
        contest.TakeBack(now.AddHours(2));

        Assert.Equal((now, now.AddHours(1)), (contest.Since, contest.Until));
    }

    private static Representative Record(RepresentativeKind kind, DateOnly from, DateOnly until) => Representative.Record(Said(Guid.CreateVersion7(), kind, from, until), Guid.CreateVersion7(), default);

    private static Representation Said(Guid account, RepresentativeKind kind, DateOnly from, DateOnly until) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), account, kind, [Tab.Plan], true, [1], from, until);

    private static RightsAct Act(RightsGround ground) => new(Guid.CreateVersion7(), ground, new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Error.Code;
        }
    }
}
