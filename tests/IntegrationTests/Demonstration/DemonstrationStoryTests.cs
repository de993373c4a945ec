using Barometre.Application.CoProduction.Voices;
using Barometre.Application.Participation.Records;
using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.QualityOfLife.Comments;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Application.QualityOfLife.Stars;
using Barometre.Application.Shared;
using Barometre.Application.Strengths.Boards;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>The stories that Baromètre must hold, as the demonstration's records tell them.</summary>
[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationStoryTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task All_at_a_hundred_it_is_the_practitioners_view_that_moves()
    {
        var ada = LoadedDemonstration.Person("ada");

        var changes = await demonstration.AskAsync("demo-ada", new GetChangesQuery(ada));
        var gaps = await demonstration.AskAsync("demo-ada", new GetGapsQuery(ada));

        Assert.Equal(55, changes.Themes.Count);
        Assert.All(changes.Themes, theme => Assert.Equal((100, 100), (Own(theme).First.Value, Own(theme).Latest.Value)));
        Assert.Equal(5, gaps.Themes.Count);
        Assert.All(gaps.Themes, gap => Assert.Equal(1, Assert.Single(gap.Inflexions).PractitionerShare));
        Assert.All(gaps.Themes, gap => Assert.InRange(gap.Gap!.Value, -12, -4));
        var told = await demonstration.AskAsync("demo-ada", new ListGapsQuery(ada, null));
        Assert.All(told.Gaps, gap => Assert.Equal((GapState.Narrowed, "It is the practitioner’s view that came closer."), (gap.State, gap.Inflexions[^1].Words.En.Split(". ")[1])));
    }

    [Fact]
    public async Task Not_my_medication_two_voices_agree_to_differ_and_a_practitioner_alone_closes_nothing()
    {
        var told = (await demonstration.AskAsync("demo-basile", new ListGapsQuery(LoadedDemonstration.Person("basile"), null))).Gaps.ToDictionary(gap => gap.Theme);

        Assert.Equal(GapState.AgreedToDiffer, told["health.medication"].State);
        Assert.Equal((GapState.Open, GapWord.Agree), (told["life_project.passions"].State, told["life_project.passions"].Practitioner!.Word));
        Assert.Null(told["life_project.passions"].Person);
    }

    [Fact]
    public async Task Not_my_medication_the_stars_are_elsewhere()
    {
        var basile = LoadedDemonstration.Person("basile");

        var stars = await demonstration.AskAsync("demo-basile", new GetStarsQuery(basile));
        var changes = await demonstration.AskAsync("demo-basile", new GetChangesQuery(basile));

        Assert.Equal(["life_project.studies", "needs.income", "life_project.passions"], stars.Stars.Select(star => star.Theme));
        Assert.True(Of(changes, "health.medication").Latest.Value < 30);
        Assert.Equal(Verdict.Steady, Of(changes, "health.medication").Verdict);
        Assert.Equal(Verdict.Rising, Of(changes, "life_project.studies").Verdict);
    }

    [Fact]
    public async Task Alone_first_then_the_practitioner_comes_back_to_the_answers()
    {
        var comments = await demonstration.AskAsync("demo-cleo", new ListCommentsQuery(LoadedDemonstration.Person("cleo"), "health.sleep", false, null, 10));

        Assert.Equal([Perspective.Practitioner, Perspective.ServiceUser], comments.Items.Select(comment => comment.Perspective));
    }

    [Fact]
    public async Task Three_stars_are_chosen_together()
    {
        var stars = await demonstration.AskAsync("demo-dede", new GetStarsQuery(LoadedDemonstration.Person("dede")));

        Assert.Equal(3, stars.Stars.Count);
        Assert.All(stars.Stars, star => Assert.Equal((Setting.Joint, true), (star.Setting, star.PresentMemberId is not null)));
    }

    [Fact]
    public async Task Three_stars_have_strengths_beside_them()
    {
        var dede = LoadedDemonstration.Person("dede");

        var measures = await demonstration.AskAsync("demo-dede", new GetStrengthMeasuresQuery(dede));
        var board = await demonstration.AskAsync("demo-dede", new GetStrengthBoardQuery(dede, All: false));

        Assert.Empty(measures.StarsWithoutStrength!);
        Assert.Equal(3, board.Strengths.Count(strength => strength.Named.Setting == Setting.Joint));
        Assert.Equal(2, board.Strengths.Count(strength => strength.Pinned));
    }

    [Fact]
    public async Task What_the_person_does_not_see_as_a_strength_stays_declined()
    {
        var board = await demonstration.AskAsync("demo-basile", new GetStrengthBoardQuery(LoadedDemonstration.Person("basile"), All: true));

        Assert.Equal("Prend sa médication tous les jours", Assert.Single(board.Strengths, strength => strength.Standing == StrengthStanding.Declined).Words);
    }

    [Fact]
    public async Task A_bit_at_a_time_is_one_assessment_that_stays_open()
    {
        var elou = LoadedDemonstration.Person("elou");

        var row = Assert.Single((await demonstration.AskAsync("demo-elou", new ListAssessmentsQuery(elou, null, 10))).Items);
        var assessment = await demonstration.AskAsync("demo-elou", new GetAssessmentQuery(elou, row.Id));

        Assert.Equal((AssessmentState.Open, 10), (assessment.State, assessment.Answers.Count));
    }

    [Fact]
    public async Task Whoever_left_sees_nothing_and_the_record_goes_on()
    {
        var flore = LoadedDemonstration.Person("flore");

        await Assert.ThrowsAsync<NotFound>(() => demonstration.AskAsync("demo-partie", new GetPictureQuery(flore)));
        var picture = await demonstration.AskAsync("demo-marc", new GetPictureQuery(flore));
        var changes = await demonstration.AskAsync("demo-flore", new GetChangesQuery(flore));

        Assert.NotEmpty(picture.Themes);
        Assert.True(Of(changes, "health.mental").Latest.At > Of(changes, "health.mental", Perspective.Practitioner).Latest.At);
    }

    [Fact]
    public async Task Two_answers_are_too_early_to_tell_and_a_quiet_year_is_steady()
    {
        var jade = await demonstration.AskAsync("demo-jade", new GetChangesQuery(LoadedDemonstration.Person("jade")));
        var lazare = await demonstration.AskAsync("demo-lazare", new GetChangesQuery(LoadedDemonstration.Person("lazare")));

        Assert.All(jade.Themes, theme => Assert.Equal(Verdict.TooEarly, Own(theme).Verdict));
        Assert.All(lazare.Themes, theme => Assert.Equal(Verdict.Steady, Own(theme).Verdict));
    }

    [Fact]
    public async Task What_is_kept_to_oneself_is_kept()
    {
        var kiki = LoadedDemonstration.Person("kiki");

        var own = await demonstration.AskAsync("demo-kiki", new ListCommentsQuery(kiki, null, false, null, 10));
        var shown = await demonstration.AskAsync("demo-ines", new ListCommentsQuery(kiki, null, false, null, 10));
        var picture = await demonstration.AskAsync("demo-kiki", new GetPictureQuery(kiki));

        Assert.Single(own.Items);
        Assert.Empty(shown.Items);
        Assert.Equal(AnswerKind.RatherNotSay, picture.Themes.First(theme => theme.Theme == "health.substances").Voices.Single().Kind);
    }

    [Fact]
    public async Task One_record_in_two_projects()
    {
        var mona = await demonstration.AskAsync("demo-mona", new GetRecordQuery(LoadedDemonstration.Person("mona")));

        Assert.Equal(2, mona.Projects.Count);
    }

    [Fact]
    public async Task Without_an_account_the_persons_own_voice_is_heard_on_the_practitioners_device()
    {
        var picture = await demonstration.AskAsync("demo-ines", new GetPictureQuery(LoadedDemonstration.Person("hilde")));

        Assert.All(picture.Themes, theme => Assert.Equal((Perspective.ServiceUser, Setting.Joint), (Assert.Single(theme.Voices).Perspective, theme.Voices[0].Setting)));
    }

    [Fact]
    public async Task The_real_persons_change_is_computed_before_anything_is_served()
    {
        var real = await demonstration.AskAsync("demo-donnees", new GetChangesQuery(LoadedDemonstration.Person(demonstration.Content.RealPerson.Key)));

        Assert.Equal((17, 23399), (real.Themes.Count, real.Themes.Sum(theme => Own(theme).N)));
        Assert.Equal((67, 50), (Of(real, "health.mental").First.Value, Of(real, "health.mental").Latest.Value));
        Assert.Equal((100, 83), (Of(real, "health.energy").First.Value, Of(real, "health.energy").Latest.Value));
        Assert.Equal((33, 0), (Of(real, "health.activity").First.Value, Of(real, "health.activity").Latest.Value));
    }

    private static ChangeView Of(ChangesOfPerson changes, string theme, Perspective perspective = Perspective.ServiceUser) =>
        changes.Themes.First(one => one.Theme == theme).Voices.First(voice => voice.Perspective == perspective);

    private static ChangeView Own(ChangeOfTheme theme) => theme.Voices.First(voice => voice.Perspective == Perspective.ServiceUser);
}
