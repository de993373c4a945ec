using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.Participation.Consents;

/// <summary>10,000 random sequences of answers against a model of a few lines: what was last heard, and that a yes from before it is not.</summary>
public sealed class ConsentProperties
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    /// <summary>An answer: yes or no, shown a text or not, by a clock that is late by so many minutes, in somebody's right.</summary>
    public sealed record Said(bool Agrees, bool Shown, int MinutesLate, RightsGround Ground);

    private static Gen<Said[]> Sequences => Gen.ArrayOf(
        from agrees in Gen.Elements(true, false)
        from shown in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from late in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 30)))
        from ground in Gen.Elements(Enum.GetValues<RightsGround>())
        select new Said(agrees, shown, late, ground));

    [Fact]
    public void What_holds_is_what_the_model_says() => Prop.ForAll(Arb.From(Sequences), sequence =>
    {
        var consent = Consent.About(Guid.CreateVersion7(), new Purpose(ConsentKind.Community, ""));
        (bool? Agrees, DateTimeOffset Since, int Kept, bool PersonsNo) model = (null, default, 0, false);
        foreach (var (said, number) in sequence.Select((said, number) => (said, number)))
        {
            var now = Start.AddMinutes(number * 7);
            var device = now.AddMinutes(-said.MinutesLate);
            var taken = Say(consent, said, now, device);
            // The model: a no always counts; a yes does when a text was shown and no answer arrived since, and nobody says it to what the person themself has refused.
            var counts = !said.Agrees || (said.Shown && (model.Agrees is null || device >= model.Since) && (!model.PersonsNo || said.Ground == RightsGround.Person));
            model = counts ? (said.Agrees, now, model.Kept + 1, !said.Agrees && (model.PersonsNo || said.Ground == RightsGround.Person)) : model;
            if (taken != counts || consent.Answer == ConsentAnswer.Given != (model.Agrees == true) || consent.Facts.Count != model.Kept
                || (taken && (consent.Facts[^1].Ground, consent.Facts[^1].Setting) != (said.Ground, said.Ground == RightsGround.Together ? Setting.Joint : Setting.Alone)))
            {
                return false;
            }
        }

        return sequence.Length == 0 || consent.Answer is null == (model.Kept == 0);
    }).Check(Many);

    [Fact]
    public void Without_a_yes_there_is_nothing_to_withdraw_and_every_yes_names_its_text() => Prop.ForAll(Arb.From(Sequences), sequence =>
    {
        var consent = Consent.About(Guid.CreateVersion7(), Purpose.Care);
        foreach (var (said, number) in sequence.Select((said, number) => (said, number)))
        {
            Say(consent, said, Start.AddMinutes(number * 7), Start.AddMinutes((number * 7) - said.MinutesLate));
        }

        var facts = consent.Facts;
        return facts.All(fact => !fact.Agrees || fact.TextHash is not null)
            && facts.Select((fact, place) => fact.Answer != ConsentAnswer.Withdrawn || facts.Take(place).Any(before => before.Agrees)).All(holds => holds)
            && facts.Select((fact, place) => fact.Answer != ConsentAnswer.Refused || !facts.Take(place).Any(before => before.Agrees)).All(holds => holds);
    }).Check(Many);

    [Fact]
    public void A_no_to_any_theme_outweighs_a_yes_to_the_study() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 5))), Arb.From(Gen.ArrayOf(Gen.Choose(0, 5))), Arb.From(Gen.Elements<ConsentAnswer?>(null, ConsentAnswer.Given, ConsentAnswer.Refused, ConsentAnswer.Withdrawn)),
        (touched, refused, answer) =>
        {
            var study = new Purpose(ConsentKind.ResearchStudy, "x");
            var agreed = study.IsAgreed(answer, touched.Select(theme => $"{theme}"), refused.Select(theme => $"{theme}").ToHashSet(StringComparer.Ordinal));

            return agreed == (answer == ConsentAnswer.Given && !touched.Intersect(refused).Any());
        }).Check(Many);

    [Theory]
    [InlineData(ConsentKind.Care, true)]
    [InlineData(ConsentKind.Integrator, true)]
    [InlineData(ConsentKind.ProjectStatistics, false)]
    [InlineData(ConsentKind.ResearchStudy, false)]
    [InlineData(ConsentKind.ResearchTheme, false)]
    [InlineData(ConsentKind.Community, false)]
    [InlineData(ConsentKind.Reminders, false)]
    public void Silence_is_no_except_where_letting_somebody_in_was_the_yes(ConsentKind kind, bool agreed) =>
        Assert.Equal(agreed, new Purpose(kind, "").IsAgreed(null, [], new HashSet<string>()));

    private static bool Say(Consent consent, Said said, DateTimeOffset now, DateTimeOffset device)
    {
        try
        {
            consent.Say(Guid.CreateVersion7(), said.Agrees, said.Shown ? new ShownText("1.0", "fr", "hash") : null, new RightsAct(Guid.CreateVersion7(), said.Ground, now), device);
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }
}
