using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Effects;

/// <summary>What the rules of perceived effects refuse, each code once.</summary>
public static class EffectsErrors
{
    public static readonly Error ThePersonsOwn = new(
        "coproduction.effects-are-the-persons",
        "Les effets perçus sont ceux de la personne : ses réponses se notent par elle, ou avec elle, sur le même écran. Rien n’a été changé.",
        "Perceived effects are the person’s own: their answers are noted by them, or together with them, on one screen. Nothing was changed.");

    public static readonly Error NotBeforeAPractitioner = new(
        "coproduction.effects-process-not-before-a-practitioner",
        "Cette partie dit comment on travaille avec la personne : elle se remplit sur son propre appareil, ou avec une personne proche. Rien n’a été changé.",
        "This part says how the person is worked with: it is filled on their own device, or with a relative. Nothing was changed.");

    public static readonly Error RatingOrNone = new(
        "coproduction.effects-rating-or-none",
        "Une cote va de 0 à 100 ; « ça ne me concerne pas » et « je préfère ne pas le dire » n’en ont pas. Rien n’a été changé.",
        "A rating goes from 0 to 100; “does not concern me” and “rather not say” have none. Nothing was changed.");

    public static readonly Error UnknownItem = new(
        "coproduction.effects-unknown-item",
        "Cette question n’est pas dans la version du questionnaire qui a été montrée. Rien n’a été changé.",
        "This question is not in the version of the questionnaire that was shown. Nothing was changed.");

    public static readonly Error UnknownVersion = new(
        "coproduction.effects-unknown-version",
        "Cette version du questionnaire n’existe pas ici. Rien n’a été changé.",
        "There is no such version of the questionnaire here. Nothing was changed.");

    public static readonly Error UnknownSubject = new(
        "coproduction.effects-unknown-subject",
        "Un questionnaire porte sur un projet de la personne, ou sur quelqu’un qui l’accompagne dans son cercle. Rien n’a été changé.",
        "A questionnaire is about a project that the person is in, or about a practitioner of their circle. Nothing was changed.");

    public static readonly Error ShownToNobody = new(
        "coproduction.effects-shown-to-nobody",
        "On montre à quelqu’un qui est dans le cercle, jamais à un autre système. Rien n’a été changé.",
        "Something is shown to somebody who is in the circle, never to another system. Nothing was changed.");
}
