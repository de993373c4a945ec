using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>What the module refuses, each code once.</summary>
public static class PlanErrors
{
    public static readonly Error OnlyThePerson = new(
        "accomplishment-plan.only-the-person",
        "Cela appartient à la personne : vous pouvez le proposer, ou le noter avec elle, sur le même écran. Rien n’a été changé.",
        "This is the person’s to say: you can propose it, or note it together with them, on one screen. Nothing was changed.");

    public static readonly Error GoalCannotBecome = new(
        "accomplishment-plan.goal-cannot-become",
        "Cet objectif ne peut pas passer à cet état depuis celui où il est. Rien n’a été changé.",
        "This goal cannot go to that state from where it stands. Nothing was changed.");

    public static readonly Error ActionCannotBecome = new(
        "accomplishment-plan.action-cannot-become",
        "Cette action ne peut pas passer à cet état depuis celui où elle est. Rien n’a été changé.",
        "This action cannot go to that state from where it stands. Nothing was changed.");

    public static readonly Error ReviewToCome = new(
        "accomplishment-plan.review-to-come",
        "Un bilan se note quand il a eu lieu ; le jour du prochain se note à part. Rien n’a été changé.",
        "A review is noted once it was held; the day of the next one is noted apart. Nothing was changed.");

    public static readonly Error RewordedSince = new(
        "accomplishment-plan.reworded-since",
        "Ce qui était proposé a été écrit autrement depuis. Rien n’a été changé : à relire, puis à décider.",
        "What was proposed has been written otherwise since. Nothing was changed: read it again, then decide.");

    public static readonly Error Overtaken = new(
        "accomplishment-plan.overtaken",
        "Autre chose a été décidé depuis, et reste. Ce qui arrive en retard n’a rien changé.",
        "Something else has been decided since, and stands. What arrived late changed nothing.");

    public static readonly Error GoalDeclined = new(
        "accomplishment-plan.goal-declined",
        "La personne a dit non à cet objectif : il n’engage personne. Rien n’a été changé.",
        "The person said no to this goal: it holds nobody to anything. Nothing was changed.");

    public static readonly Error DeclinedBefore = new(
        "accomplishment-plan.declined-before",
        "La personne a déjà dit non à cela, dans ces mots, et son non est respecté. Rien n’a été changé. Elle peut le reprendre ou l’écrire elle-même quand elle veut.",
        "The person has already said no to this, in these words, and their no is respected. Nothing was changed. They can take it up or write it themself whenever they like.");

    public static readonly Error GoalHoldsNobody = new(
        "accomplishment-plan.goal-holds-nobody",
        "Cet objectif attend le oui de la personne ou est mis de côté : personne n’y est tenu. Rien n’a été changé.",
        "This goal waits for the person’s yes or is set aside: nobody is held to it. Nothing was changed.");

    public static readonly Error GoalNotTakenOn = new(
        "accomplishment-plan.goal-not-taken-on",
        "La personne n’a pas fait sien cet objectif. Rien n’a été changé.",
        "The person has not taken this goal on. Nothing was changed.");

    public static readonly Error NoLevels = new(
        "accomplishment-plan.no-levels",
        "Les niveaux de cet objectif ne sont pas encore écrits. Rien n’a été changé : écrivez-les ensemble d’abord.",
        "The levels of this goal are not written yet. Nothing was changed: write them together first.");

    public static readonly Error LevelOutOfRange = new(
        "accomplishment-plan.level-out-of-range",
        "Un niveau va de −2 à +2. Rien n’a été changé.",
        "A level goes from −2 to +2. Nothing was changed.");

    public static readonly Error ActionNotAgreed = new(
        "accomplishment-plan.action-not-agreed",
        "Cette action attend le oui de la personne, ou n’est plus à faire. Rien n’a été changé.",
        "This action waits for the person’s yes, or is not to be done any more. Nothing was changed.");

    public static readonly Error NotYoursToCarry = new(
        "accomplishment-plan.not-yours-to-carry",
        "Cela revient à la personne ou à qui porte l’action. Rien n’a été changé.",
        "This is for the person, or for whoever carries the action. Nothing was changed.");

    public static readonly Error NobodyAsked = new(
        "accomplishment-plan.nobody-asked",
        "Personne n’attend cette réponse. Rien n’a été changé.",
        "Nobody waits for this answer. Nothing was changed.");

    public static readonly Error NotADayOfIt = new(
        "accomplishment-plan.not-a-day-of-it",
        "L’action ne revient pas ce jour-là, ou ce jour n’est pas encore venu. Rien n’a été changé.",
        "The action does not fall on that day, or that day has not come yet. Nothing was changed.");

    public static readonly Error RecurrenceUnclear = new(
        "accomplishment-plan.recurrence-unclear",
        "Dites tous les combien (1 à 52) et, pour des semaines et elles seules, quels jours (1 = lundi à 7 = dimanche). Rien n’a été changé.",
        "Say every how many (1 to 52) and, for weeks and only for them, which days (1 = Monday to 7 = Sunday). Nothing was changed.");

    public static readonly Error UnknownDomain = new(
        "accomplishment-plan.unknown-domain",
        "Ce domaine de vie n’existe pas. Rien n’a été changé.",
        "There is no such domain of life. Nothing was changed.");

    public static readonly Error LinkToNothing = new(
        "accomplishment-plan.link-to-nothing",
        "Ce lien ne mène à rien que vous puissiez voir. Rien n’a été changé.",
        "This link leads to nothing that you can see. Nothing was changed.");

    public static readonly Error UnknownMember = new(
        "accomplishment-plan.unknown-member",
        "Cette personne n’est pas, ou plus, dans le cercle. Rien n’a été changé.",
        "This person is not, or no longer, in the circle. Nothing was changed.");

    public static readonly Error CarrierUnclear = new(
        "accomplishment-plan.carrier-unclear",
        "Nommez la personne elle-même, un membre du cercle, ou un organisme avec son nom. Rien n’a été changé.",
        "Name the person themself, a member of the circle, or an organisation with its name. Nothing was changed.");

    public static readonly Error NothingSaid = new(
        "accomplishment-plan.nothing-said",
        "Un suivi dit quelque chose : des mots, une avancée, ou les deux. Rien n’a été changé.",
        "A follow-up says something: words, a progress, or both. Nothing was changed.");

    public static readonly Error PartClosed = new(
        "accomplishment-plan.part-closed",
        "La personne ne vous a pas ouvert cette partie de son dossier : elle ne peut pas être imprimée par vous. Rien n’a été changé.",
        "The person has not opened this part of their record to you: you cannot print it. Nothing was changed.");

    public static readonly Error PrintNotReady = new(
        "accomplishment-plan.print-not-ready",
        "Le document est encore en préparation. Redemandez-le dans un instant.",
        "The document is still being made. Ask for it again in a moment.");

    public static readonly Error UnknownTimeZone = new(
        "accomplishment-plan.unknown-time-zone",
        "Ce fuseau horaire n’est pas connu. Rien n’a été changé.",
        "This time zone is not known. Nothing was changed.");
}
