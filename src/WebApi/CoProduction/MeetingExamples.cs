using Barometre.Application.CoProduction.Effects;
using Barometre.Application.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.CoProduction;

/// <summary>Bodies of meetings and perceived effects whose parts must suit each other; the others are made from their types.</summary>
internal sealed class MeetingExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly Guid Somebody = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");

    private static readonly MeetingText Meeting = new(new DateOnly(2026, 3, 20), new TimeOnly(14, 0), [], "Parler des étoiles, et de ce qui traîne");

    private static readonly EffectsReply Reply = new(Somebody, "change.confidence", EffectsAnswerKind.Rating, At, 62, "Je parle plus souvent en groupe");

    public IEnumerable<object> All =>
    [
        Meeting,
        new OpenMeetingBody(MeetingState.Planned, Meeting, At),
        new StepMeetingBody(MeetingState.UnderWay, new MeetingText(null, null, [], null), At),
        new CloseMeetingBody(new DateOnly(2026, 3, 14), At, [], "On garde les deux objectifs", new DateOnly(2026, 4, 14), null, Setting.Joint),
        new DrawAgendaBody(At),
        new AgendaWordsBody("Le bruit la nuit", At),
        new PlaceAgendaItemBody(At),
        new StrikeAgendaItemBody(true, At),
        new NoteOnAgendaBody(At, true, "On commence par le cours de chimie", null, new DateOnly(2026, 4, 14), null, Setting.Joint),
        Reply,
        new OpenEffectsSheetBody(EffectsSubjectKind.Service, Somebody, At, null, [Reply]),
        new EffectsAnswersBody([Reply]),
        new ShowEffectsBody(Somebody, true, At),
    ];
}
