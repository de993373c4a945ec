using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>What is refused about keeping people out, freezing, representing and emergencies, each code once.</summary>
public static class RightsErrors
{
    public static readonly Error KeptOut = new(
        "rights.kept-out",
        "Cette personne, ou son organisme, est écartée du dossier. Rien n’a été changé : levez d’abord cela, si vous le voulez.",
        "This person, or their organisation, is kept out of the record. Nothing was changed: lift that first, if you wish.");

    public static readonly Error PlaceNotOffered = new(
        "rights.place-not-offered",
        "Cette place ne peut pas être proposée à cette personne. Rien n’a été changé : parlez-en avec elle.",
        "This place cannot be offered to this person. Nothing was changed: talk about it with them.");

    public static readonly Error NobodyKnown = new(
        "rights.nobody-known",
        "Personne de ce nom n’agit dans vos projets ou votre cercle. Rien n’a été changé : choisissez dans la liste.",
        "Nobody of this name acts in your projects or your circle. Nothing was changed: choose from the list.");

    public static readonly Error OneBeside = new(
        "rights.one-beside",
        "Cela écarterait l’intervenant qui est à vos côtés, et personne ne pourrait plus le lever avec vous. Rien n’a été changé : il peut quitter votre cercle, ou vous faites cela de votre propre compte.",
        "This would keep out the practitioner who is beside you, and nobody could lift it with you any more. Nothing was changed: they can leave your circle, or you do this from an account of your own.");

    public static readonly Error FreezeNeedsAccount = new(
        "rights.freeze-needs-account",
        "Geler un dossier se fait de son propre compte : sans lui, plus personne ne pourrait le rouvrir. Rien n’a été changé. Sans compte, vous pouvez dire non à l’accompagnement.",
        "A record is frozen from an account of one's own: without one, nobody could open it again. Nothing was changed. Without an account, you can say no to being accompanied.");

    public static readonly Error AlreadyFrozen = new(
        "rights.already-frozen",
        "Le dossier est déjà gelé. Rien n’a été changé.",
        "The record is frozen already. Nothing was changed.");

    public static readonly Error Frozen = new(
        "rights.frozen",
        "Le dossier est gelé : rien n’en sort et rien ne lui arrive par d’autres mains que celles de la personne. Rien n’a été changé.",
        "The record is frozen: nothing leaves it and nothing becomes of it through other hands than the person’s. Nothing was changed.");

    public static readonly Error ThePersonLifts = new(
        "rights.the-person-lifts",
        "La personne a fait cela elle-même : elle seule le lève. Rien n’a été changé.",
        "The person did this themself: they alone lift it. Nothing was changed.");

    public static readonly Error RepresentsNobody = new(
        "rights.represents-nobody",
        "Personne ne se représente soi-même, ni ne note sa propre représentation, et qui intervient ou coordonne dans les projets de la personne ne la représente pas. Rien n’a été changé.",
        "Nobody represents themself or notes a representation of their own, and whoever works or coordinates in the person’s projects does not represent them. Nothing was changed.");

    public static readonly Error RepresentationDates = new(
        "rights.representation-dates",
        "Une représentation a une fin, après son début, et dans {0} ans au plus : quelqu’un y revient alors. Rien n’a été changé.",
        "A representation has an end, after its beginning and at most {0} years later: somebody looks at it again then. Nothing was changed.");

    public static readonly Error RepresentationOver = new(
        "rights.representation-over",
        "Cette représentation est terminée : elle ne permet plus rien. Rien n’a été changé.",
        "This representation is over: it allows nothing any more. Nothing was changed.");

    public static readonly Error AlreadyContested = new(
        "rights.already-contested",
        "Vous contestez déjà cette représentation. Rien n’a été changé.",
        "You contest this representation already. Nothing was changed.");

    public static readonly Error Contested = new(
        "rights.contested",
        "La personne conteste que vous la représentiez : tant que c’est ainsi, elle seule décide de ses droits. Rien n’a été changé. La coordination du projet le sait : parlez-lui-en.",
        "The person contests that you represent them: as long as they do, they alone decide about their rights. Nothing was changed. The project’s coordinators know of it: talk to them.");

    public static readonly Error EmergencyNotEnabled = new(
        "rights.emergency-not-enabled",
        "Ce projet n’ouvre aucun dossier en urgence. Rien n’a été changé.",
        "This project opens no record in an emergency. Nothing was changed.");

    public static readonly Error EmergencyNotOpened = new(
        "rights.emergency-not-opened",
        "Ce dossier ne s’ouvre pas en urgence. Rien n’a été changé : appelez les secours s’il le faut, et parlez à la coordination du projet.",
        "This record does not open in an emergency. Nothing was changed: call the emergency services if need be, and talk to the project’s coordinators.");

    public static readonly Error AlreadyReviewed = new(
        "rights.already-reviewed",
        "Cette ouverture a déjà été revue. Rien n’a été changé.",
        "This opening was reviewed already. Nothing was changed.");

    public static readonly Error NotOnesOwnReview = new(
        "rights.not-ones-own-review",
        "Personne ne revoit sa propre ouverture. Rien n’a été changé : quelqu’un d’autre de la coordination le fait.",
        "Nobody reviews an opening of their own. Nothing was changed: somebody else of the coordination does.");
}
