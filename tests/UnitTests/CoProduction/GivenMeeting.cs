using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.CoProduction;

/// <summary>Meetings and answers of an invented person.</summary>
internal static class GivenMeeting
{
    public static readonly Guid Person = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    public static Noting By(Perspective perspective, Setting setting = Setting.Alone, DateTimeOffset? at = null, Guid? id = null) =>
        new(Person, id ?? Guid.CreateVersion7(), Guid.Parse($"0199d9a0-0000-7000-8000-00000000000{(int)perspective}"), perspective, setting, null, at ?? Now);

    public static MeetingStepContent To(MeetingState state, byte[]? words = null) => new(state, state == MeetingState.Planned ? new DateOnly(2026, 3, 20) : null, null, [], words);

    public static Meeting AMeeting(MeetingState state = MeetingState.UnderWay) =>
        Meeting.Open(By(Perspective.Practitioner, at: Now.AddDays(-2)), To(state), Now);

    public static Thing Theme(string code) => new(ThingKind.Theme, code, null);

    public static EffectsSheet Sheet(Guid? id = null) =>
        EffectsSheet.Open(By(Perspective.ServiceUser, id: id), EffectsSubjectKind.Accompaniment, Guid.Parse("0199d9a0-0000-7000-8000-0000000000aa"), "1.0.0", Now);

    public static EffectsAnswer Answer(Guid sheet, string item, EffectsFamily family, int? rating, EffectsAnswerKind kind = EffectsAnswerKind.Rating, DateTimeOffset? at = null) =>
        EffectsAnswer.Give(By(Perspective.ServiceUser, at: at), sheet, item, family, kind, rating, null, at ?? Now);

    public static Error Refused(Action act) => Assert.Throws<RuleViolation>(act).Error;
}
