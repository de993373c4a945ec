using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.CoProduction.GivenMeeting;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What anybody but the person may know of what they say of those who work with them.</summary>
public class EffectsSightProperties
{
    private static readonly Guid[] Sheets = [Guid.Parse("0199d9a0-0000-7000-8000-0000000000a1"), Guid.Parse("0199d9a0-0000-7000-8000-0000000000a2")];
    private static readonly Guid[] Members = [Guid.Parse("0199d9a0-0000-7000-8000-0000000000b1"), Guid.Parse("0199d9a0-0000-7000-8000-0000000000b2")];

    private static readonly Gen<EffectsAnswer> AnyAnswer =
        from sheet in Gen.Elements(Sheets)
        from family in Gen.Elements(Enum.GetValues<EffectsFamily>())
        from item in Gen.Choose(0, 4)
        from hour in Gen.Choose(0, 20)
        from rating in Gen.Choose(0, 100)
        select Answer(sheet, $"{family}.{item}", family, rating, at: Now.AddHours(hour));

    private static readonly Gen<EffectsShowing> AnyShowing =
        from sheet in Gen.Elements(Sheets)
        from member in Gen.Elements(Members)
        from shown in Gen.Elements(true, false)
        from hour in Gen.Choose(0, 20)
        select EffectsShowing.Note(By(Perspective.ServiceUser, at: Now.AddHours(hour)), sheet, member, shown, [], Now.AddHours(hour));

    private static Arbitrary<(EffectsAnswer[] Answers, EffectsShowing[] Showings)> Histories { get; } =
        (from answers in AnyAnswer.ArrayOf() from showings in AnyShowing.ArrayOf() select (answers, showings)).ToArbitrary();

    private static IReadOnlyList<EffectsSheet> All { get; } = [.. Sheets.Select(sheet => Sheet(sheet))];

    [Fact]
    public void To_whom_nothing_is_shown_now_it_is_all_the_same_whether_the_process_part_was_ever_answered() =>
        Prop.ForAll(Histories, history =>
        {
            var without = history.Answers.Where(answer => answer.Family != EffectsFamily.Process).ToList();
            // By a device whose clock is a day slow.
            var takenBack = Sheets.Select(sheet => EffectsShowing.Note(
                By(Perspective.ServiceUser, at: Now.AddDays(-1)), sheet, Members[0], shown: false, history.Showings.Where(one => one.SheetId == sheet && one.MemberId == Members[0]), Now.AddDays(2)));
            return Told(EffectsSight.Of(Members[0], history.Showings.Concat(takenBack)), history.Answers).SequenceEqual(Told(EffectsSight.Of(Members[0], []), without))
                && Told(EffectsSight.Of(null, history.Showings), history.Answers).SequenceEqual(Told(EffectsSight.Of(null, []), without));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_shown_is_shown_to_that_place_alone_and_as_it_was_at_that_moment() =>
        Prop.ForAll(Histories, history => Members.All(member =>
        {
            var sight = EffectsSight.Of(member, history.Showings);
            return history.Answers.All(answer =>
            {
                var last = history.Showings.Where(showing => showing.MemberId == member && showing.SheetId == answer.SheetId).InOrder().LastOrDefault();
                return sight.Sees(answer) == (answer.Family != EffectsFamily.Process || (last is { Shown: true } && answer.RecordedAt <= last.RecordedAt))
                    && sight.Sees(answer.SheetId, EffectsFamily.Process) == (last is { Shown: true });
            });
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_person_sees_the_latest_word_on_every_question_and_every_sheet() =>
        Prop.ForAll(Histories, history =>
        {
            var seen = EffectsSight.Own.Open(All, history.Answers).ToList();
            return seen.Count == Sheets.Length && seen.SelectMany(open => open.Answers).Count() == history.Answers.Select(answer => (answer.SheetId, answer.Item)).Distinct().Count()
                && seen.SelectMany(open => open.Answers).All(answer => history.Answers.Where(other => (other.SheetId, other.Item) == (answer.SheetId, answer.Item)).InOrder().Last() == answer);
        }).QuickCheckThrowOnFailure();

    // Everything that a reading is made of.
    private static IEnumerable<string> Told(EffectsSight sight, IEnumerable<EffectsAnswer> answers) =>
        sight.Open(All, answers).Select(open => $"{open.Sheet.Id} {string.Join(' ', open.Answers.Select(answer => answer.Id).Order())} "
            + string.Join(' ', Enum.GetValues<EffectsFamily>().Where(family => sight.Sees(open.Sheet.Id, family)).Select(family => FamilyMean.Of(family, open.Answers))));
}
