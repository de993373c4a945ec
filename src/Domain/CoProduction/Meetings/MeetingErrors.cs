using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Meetings;

/// <summary>What the rules of meetings refuse, each code once.</summary>
public static class MeetingErrors
{
    public static readonly Error NotThere = new(
        "coproduction.meeting-not-there",
        "Une rencontre se prévoit ou se commence avant de se terminer. Rien n’a été changé.",
        "A meeting is planned or begun before it is closed. Nothing was changed.");

    public static readonly Error NoDay = new(
        "coproduction.meeting-without-day",
        "Une rencontre prévue a un jour. Rien n’a été changé : ajoutez le jour, ou commencez-la maintenant.",
        "A planned meeting has a day. Nothing was changed: add the day, or begin it now.");

    public static readonly Error ClosedBefore = new(
        "coproduction.meeting-closed-before",
        "Cette rencontre est déjà terminée. Rien n’a été changé : ce qui reste à noter peut encore l’être à son ordre du jour.",
        "This meeting has been closed already. Nothing was changed: what remains to be noted can still be noted on its agenda.");

    public static readonly Error DecisionIsThePersons = new(
        "coproduction.decision-is-the-persons",
        "Ce qui est décidé appartient à la personne : vous pouvez noter ce qui a été dit, ou noter la décision avec elle, sur le même écran. Rien n’a été changé.",
        "What is decided is the person’s to say: you can note what was said, or note the decision together with them, on one screen. Nothing was changed.");

    public static readonly Error SomebodyElses = new(
        "coproduction.item-is-somebody-elses",
        "Ces mots sont ceux de quelqu’un d’autre. Rien n’a été changé : ajoutez un point à vous, ou notez ce que vous en dites.",
        "These words are somebody else’s. Nothing was changed: add an item of your own, or note what you say of it.");

    public static readonly Error NoWordsOfItsOwn = new(
        "coproduction.item-without-words",
        "Ce point vient du dossier et n’a pas de mots à lui. Rien n’a été changé : notez ce que vous en dites.",
        "This item comes from the record and has no words of its own. Nothing was changed: note what you say of it.");

    public static readonly Error NothingNoted = new(
        "coproduction.nothing-noted",
        "Il n’y a rien à noter : ni mots, ni lien, ni date. Rien n’a été changé.",
        "There is nothing to note: no words, no link, no date. Nothing was changed.");

    public static readonly Error UnknownMember = new(
        "coproduction.not-in-the-circle",
        "Quelqu’un de nommé ici n’est pas du cercle de la personne. Rien n’a été changé.",
        "Somebody named here is not of the person’s circle. Nothing was changed.");

    public static readonly Error HeldLater = new(
        "coproduction.meeting-to-come",
        "Une rencontre se termine quand elle a eu lieu. Rien n’a été changé.",
        "A meeting is closed once it was held. Nothing was changed.");
}
