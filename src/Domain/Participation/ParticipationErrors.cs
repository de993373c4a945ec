using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>What the module Participation refuses, each code once.</summary>
public static class ParticipationErrors
{
    public static readonly Error RoleNotGiven = new(
        "participation.role-not-given",
        "Un projet ne donne pas ce rôle. Choisissez intervenant, coordination ou recherche.",
        "A project does not give this role. Choose practitioner, coordinator or researcher.");

    public static readonly Error MonthsInFrance = new(
        "participation.months-in-france",
        "En France, un dossier n’est pas gardé sans fin. Dites après combien de mois sans contact il est fermé (24 en règle générale).",
        "In France no record is kept for ever. Say after how many months without contact it is closed (24 as a rule).");

    public static readonly Error NotInTheCircle = new(
        "participation.not-in-the-circle",
        "Qui était là n’avait pas de place dans le cercle à ce moment. Rien n’a été changé.",
        "Whoever was there had no place in the circle at that time. Nothing was changed.");

    public static readonly Error LastAdministrator = new(
        "participation.last-administrator",
        "C’est le dernier compte d’administration. Rien n’a été changé : nommez d’abord quelqu’un d’autre.",
        "This is the last administrator's account. Nothing was changed: appoint somebody else first.");

    public static readonly Error IdTaken = new(
        "participation.id-taken",
        "Cet identifiant désigne déjà autre chose. Rien n’a été changé : recommencez avec un nouvel identifiant.",
        "This identifier already stands for something else. Nothing was changed: start again with a new identifier.");

    public static readonly Error AccountUnknown = new(
        "participation.account-unknown",
        "Ce compte n’existe pas, ou n’a pas ce rôle dans ce projet. Rien n’a été changé.",
        "This account is not there, or does not hold this role in this project. Nothing was changed.");

    public static readonly Error CodeNotGood = new(
        "participation.code-not-good",
        "Ce code ne convient pas : il est mal tapé, déjà utilisé ou trop ancien. Rien n’a été changé : vérifiez-le, ou demandez-en un nouveau.",
        "This code does not work: it is mistyped, already used or too old. Nothing was changed: check it, or ask for a new one.");

    public static readonly Error AlreadyClaimed = new(
        "participation.already-claimed",
        "La personne a déjà son compte. Rien n’a été changé.",
        "The person already has their account. Nothing was changed.");

    public static readonly Error AccountHasRecord = new(
        "participation.account-has-record",
        "Ce compte a déjà un dossier : un compte n’en a qu’un. Rien n’a été changé, et le code sert encore.",
        "This account already has a record, and an account has only one. Nothing was changed, and the code still works.");

    public static readonly Error OnlyThePersonDecides = new(
        "participation.only-the-person-decides",
        "La personne a son compte : elle seule décide de cela. Rien n’a été changé.",
        "The person has their account: they alone decide this. Nothing was changed.");

    public static readonly Error OnlyTheOpenerWithThePerson = new(
        "participation.only-the-opener-with-the-person",
        "Tant que la personne n’a pas de compte, cela se décide avec elle et l’intervenant qui a ouvert le dossier ou, s’il est parti, un autre intervenant de son cercle. Rien n’a été changé.",
        "As long as the person has no account, this is decided with them and the practitioner who opened the record or, once that one has left, another practitioner of their circle. Nothing was changed.");

    public static readonly Error NotOneselfForward = new(
        "participation.not-oneself-forward",
        "La coordination propose quelqu’un d’autre qu’elle-même : elle n’ouvre pas le contenu d’un dossier. Rien n’a été changé.",
        "Coordinators put forward somebody other than themselves: they do not open what a record holds. Nothing was changed.");

    public static readonly Error AlreadyInCircle = new(
        "participation.already-in-circle",
        "Ce compte a déjà une place dans le cercle, ou une invitation qui attend. Rien n’a été changé.",
        "This account already has a place in the circle, or an invitation waiting. Nothing was changed.");

    public static readonly Error NotForOneself = new(
        "participation.not-for-oneself",
        "Personne n’est invité dans son propre cercle. Rien n’a été changé.",
        "Nobody is invited into their own circle. Nothing was changed.");

    public static readonly Error PlaceNotOpen = new(
        "participation.place-not-open",
        "Cette place n’attend plus cette réponse. Rien n’a été changé : relisez le cercle.",
        "This place no longer waits for this answer. Nothing was changed: read the circle again.");

    public static readonly Error TogetherTooLong = new(
        "participation.together-too-long",
        "Vous pouvez permettre cela jusqu’à un jour à venir, dans {0} jours au plus. Rien n’a été changé.",
        "You can allow this until a day to come, at most {0} days ahead. Nothing was changed.");

    public static readonly Error NotInProject = new(
        "participation.not-in-project",
        "La personne n’est pas dans ce projet. Rien n’a été changé.",
        "The person is not in this project. Nothing was changed.");

    public static readonly Error OrganisationUnknown = new(
        "participation.organisation-unknown",
        "Cet organisme n’existe pas. Rien n’a été changé.",
        "This organisation is not there. Nothing was changed.");

    public static readonly Error ProjectUnknown = new(
        "participation.project-unknown",
        "Ce projet n’existe pas. Rien n’a été changé.",
        "This project is not there. Nothing was changed.");
}
