using Barometre.Domain.CoProduction.Degrees;
using Barometre.Domain.CoProduction.Proposals;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.CoProduction.Degrees;

/// <summary>The definition of docs/decisions/0018, worked by hand.</summary>
public class StageFiguresTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Fact]
    public void Without_an_act_nothing_is_said_and_it_is_not_nought()
    {
        var stages = StageFigures.Of([]);

        Assert.Equal(5, stages.Count);
        Assert.All(stages, stage => Assert.Null(stage.Share));
        Assert.Null(StageFigures.Degree(stages));
    }

    [Fact]
    public void A_share_is_the_mean_of_the_parts_that_there_are()
    {
        // Initiated: 1 of 4, by the person. Decided: both, once. Done: nothing. (1/4 + 1/2) / 2 = .375.
        var goals = Stage(Act(StagePart.Initiated, Actor.Person), Act(StagePart.Initiated, Actor.Practitioner, 3), Act(StagePart.Decided, Actor.Both));

        Assert.Equal(0.375, goals.Share);
    }

    [Theory]
    [InlineData(Actor.Person, 1.0)]
    [InlineData(Actor.Both, 0.5)]
    [InlineData(Actor.Practitioner, 0.0)]
    [InlineData(Actor.Other, 0.0)]
    public void What_one_actor_does_alone_is_theirs(Actor by, double share) =>
        Assert.Equal(share, Stage(Act(StagePart.Initiated, by, 3), Act(StagePart.Decided, by), Act(StagePart.Done, by, 7)).Share);

    [Fact]
    public void Many_small_acts_do_not_drown_a_decision() =>
        Assert.Equal(0.5, Stage(Act(StagePart.Decided, Actor.Person), Act(StagePart.Done, Actor.Practitioner, 1000)).Share);

    [Fact]
    public void The_degree_counts_the_stages_with_half_or_more()
    {
        var stages = StageFigures.Of(
        [
            .. Act(StagePart.Initiated, Actor.Both, 2, CoproductionStage.DefiningNeeds), .. Act(StagePart.Decided, Actor.Person, 1, CoproductionStage.SettingGoals),
            .. Act(StagePart.Done, Actor.Practitioner, 1, CoproductionStage.Doing),
        ]);

        Assert.Equal([0.5, 1.0, null, 0.0, null], stages.Select(stage => stage.Share));
        Assert.Equal(2, StageFigures.Degree(stages));
    }

    [Fact]
    public void Whatever_was_done_a_share_lies_between_nought_and_one_and_more_by_the_person_never_lowers_it() =>
        Prop.ForAll(Acts.ToArbitrary(), acts =>
        {
            var before = StageFigures.Of(acts);
            return before.Zip(Enum.GetValues<CoproductionStage>()).All(pair =>
            {
                var (stage, which) = pair;
                var parts = acts.Where(act => act.Stage == which).Select(act => act.Part).Distinct();
                return stage.Share is null or (>= 0 and <= 1)
                    && parts.All(part => StageFigures.Of([.. acts, .. Act(part, Actor.Person, 1, which)])[(int)which].Share >= stage.Share)
                    && (StageFigures.Degree(before) ?? 0) <= before.Count(one => one.Share is not null);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Proposals_are_counted_by_their_answer_and_half_of_the_answers_came_within_the_median()
    {
        var figures = ProposalFigures.Of(
        [
            (ProposalState.Accepted, TimeSpan.FromDays(1)), (ProposalState.Amended, TimeSpan.FromDays(4)), (ProposalState.Declined, TimeSpan.FromDays(10)),
            (ProposalState.Declined, TimeSpan.FromDays(2)), (ProposalState.Withdrawn, TimeSpan.FromDays(90)), (ProposalState.Open, null),
        ]);

        Assert.Equal(new ProposalFigures(6, 1, 1, 2, 1, 3), figures);
        Assert.Null(ProposalFigures.Of([(ProposalState.Open, null)]).AnswerDays);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-Q1")]
    [InlineData("2026-03-31T23:59:59Z", "2026-Q1")]
    [InlineData("2026-03-31T23:00:00-05:00", "2026-Q2")]
    [InlineData("2026-12-31T00:00:00Z", "2026-Q4")]
    public void A_quarter_is_counted_in_UTC(string at, string quarter) => Assert.Equal(quarter, Period.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    private static Gen<StageAct[]> Acts =>
        (from stage in Gen.Elements(Enum.GetValues<CoproductionStage>())
         from part in Gen.Elements(Enum.GetValues<StagePart>())
         from actor in Gen.Elements(Enum.GetValues<Actor>())
         select new StageAct(Guid.CreateVersion7(), stage, part, actor, At)).ArrayOf();

    private static StageFigures Stage(params StageAct[][] acts) => StageFigures.Of([.. acts.SelectMany(each => each)])[(int)CoproductionStage.SettingGoals];

    private static StageAct[] Act(StagePart part, Actor by, int times = 1, CoproductionStage stage = CoproductionStage.SettingGoals) =>
        [.. Enumerable.Range(0, times).Select(_ => new StageAct(Guid.CreateVersion7(), stage, part, by, At))];
}
