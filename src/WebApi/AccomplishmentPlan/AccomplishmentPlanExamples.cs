using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class AccomplishmentPlanExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly GoalText Chemistry = new("Finir mon cours de chimie", ["life_project.studies"], "J’ai toujours voulu comprendre", "work_learning", new DateOnly(2026, 12, 18));

    private static readonly Recurrence Tuesdays = new(Repeat.Weekly, 1, [2, 4], new DateOnly(2026, 3, 17));

    private static readonly ActionText Studying = new("Étudier une heure à la bibliothèque", "Sortir mon cahier ce soir", Due: new DateOnly(2026, 12, 18), Recurrence: Tuesdays);

    private static readonly string[] Levels = ["J’ai tout arrêté", "J’y vais une fois sur deux", "Je passe l’examen", "Je le réussis", "Je m’inscris à la suite"];

    public IEnumerable<object> All =>
    [
        Chemistry,
        Tuesdays,
        Studying,
        new CarrierText(CarrierKind.Person),
        new WriteGoalBody(Chemistry, At, Adopted: true),
        new RewordGoalBody(Chemistry, At),
        new StepGoalBody(GoalState.UnderWay, At, "J’ai commencé hier"),
        new WriteLevelsBody(Levels, At, 3),
        new ProposedLevels(Levels, 3),
        new ProposedPlanChange(Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b"), Levels: new ProposedLevels(Levels, 3)),
        new RateGoalBody(1, At),
        new WriteFollowUpBody(At, Progress: 40, Words: "Deux chapitres de plus"),
        new WriteActionBody(Studying, At, new CarrierText(CarrierKind.Person)),
        new RewordActionBody(Studying, At),
        new StepActionBody(ActionState.Done, At),
        new AskCarrierBody(new CarrierText(CarrierKind.Partner, Name: "La bibliothèque inventée", Role: "prête une salle"), At),
        new AnswerAskingBody(Accepted: true, At),
        new MarkOccurrenceBody(new DateOnly(2026, 3, 17), OccurrenceOutcome.Done, At),
        new SetPlanTimeZoneBody("America/Toronto"),
        new ChooseRemindersBody([ReminderKind.DueSoon, ReminderKind.ReviewNear], "America/Toronto", new TimeOnly(9, 0), 1, new TimeOnly(21, 0), new TimeOnly(8, 0)),
        new NoteReviewBody(new DateOnly(2026, 3, 14), At, [], "On continue comme ça", new DateOnly(2026, 4, 14), Setting.Joint),
    ];
}
