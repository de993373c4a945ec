using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.CoProduction;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class CoProductionExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly ThingBody Housing = new(ThingKind.Theme, "needs.housing");

    public IEnumerable<object> All =>
    [
        Housing,
        new SayMessageBody(Housing, "Vous aviez mis 40 ici : qu’est-ce que vous vouliez dire ?", At),
        new EditMessageBody("Vous aviez mis 40 ici : c’est à cause du bruit ?", At, Setting: Setting.Joint),
        new WithdrawMessageBody(At),
        new TakeBackMessageBody(At),
        new WriteNoteBody("Ne pas oublier de demander pour le bail", At, Housing),
        new MarkThingBody(Housing, Marked: true, At),
        new SayOfGapBody(GapWord.Agree, At.AddDays(-2), At.AddDays(-1), At),
    ];
}
