using Barometre.Domain.Shared;

namespace Barometre.Domain.Rights;

/// <summary>What is refused about a person's rights over their record, each code once.</summary>
public static class RightsErrors
{
    public static readonly Error IdReused = new(
        "rights.id-reused",
        "Cet identifiant désigne déjà une autre demande. Rien n’a été changé : envoyez avec un nouvel identifiant.",
        "This id already stands for another request. Nothing was changed: send it with a new id.");

    public static readonly Error ErasureOpen = new(
        "rights.erasure-open",
        "Un effacement de ce dossier est déjà demandé. Rien n’a été changé : confirmez-le, ou annulez-le.",
        "Erasing this record was asked for already. Nothing was changed: confirm it, or call it off.");

    public static readonly Error ErasureNotToConfirm = new(
        "rights.erasure-not-to-confirm",
        "Cet effacement a été annulé, ou a commencé. Cette demande n’a rien changé : demandez-en un nouveau si vous le voulez encore.",
        "This erasing was called off, or has begun. This request changed nothing: ask for a new one if you still want it.");

    public static readonly Error ErasureBegun = new(
        "rights.erasure-begun",
        "L’effacement a commencé, ou son heure est venue : il ne peut plus être annulé. Le code reçu donne le certificat.",
        "The erasing has begun, or its time has come: it can no longer be called off. The code that was given gets the certificate.");

    public static readonly Error ErasureNotDue = new(
        "rights.erasure-not-due",
        "Cet effacement n’est pas confirmé, ou son heure n’est pas venue. Rien n’a été changé.",
        "This erasing is not confirmed, or its time has not come. Nothing was changed.");

    public static readonly Error ErasureNotBeside = new(
        "rights.erasure-not-beside",
        "Un dossier s’efface par la personne, de son propre compte, ou par qui la représente selon la loi : jamais par qui l’accompagne, même à ses côtés. Rien n’a été changé : donnez-lui un code pour faire de ce dossier le sien.",
        "A record is erased by the person, from an account of their own, or by whoever represents them in law: never by whoever accompanies them, even at their side. Nothing was changed: give them a code to make the record their own.");

    public static readonly Error ErasureIsThePersons = new(
        "rights.erasure-is-the-persons",
        "La personne a demandé cet effacement elle-même : elle seule le confirme ou l’annule. Rien n’a été changé.",
        "The person asked for this erasing themself: they alone confirm it or call it off. Nothing was changed.");

    public static readonly Error ArchiveNotReady = new(
        "rights.archive-not-ready",
        "Cette copie n’est pas encore prête. Rien n’est perdu : revenez dans un moment.",
        "This copy is not ready yet. Nothing is lost: come back in a moment.");

    public static readonly Error ArchiveMalformed = new(
        "rights.archive-malformed",
        "Ce fichier n’est pas une archive entière. Rien n’a été importé : téléchargez-la de nouveau.",
        "This file is not a whole archive. Nothing was taken in: fetch it again.");

    public static readonly Error ArchiveChanged = new(
        "rights.archive-changed",
        "Cette archive a été modifiée depuis qu’elle a été signée. Rien n’a été importé : prenez l’original.",
        "This archive was changed after it was signed. Nothing was taken in: use the original.");

    public static readonly Error ArchiveTooLarge = new(
        "rights.archive-too-large",
        "Cette archive est plus grande qu’un dossier ne peut l’être. Rien n’a été importé.",
        "This archive is larger than a record can be. Nothing was taken in.");

    public static readonly Error ArchiveOfAnotherKind = new(
        "rights.archive-of-another-kind",
        "Cette archive est d’une sorte que cette version ne connaît pas. Rien n’a été importé : mettez l’installation à jour.",
        "This archive is of a kind that this version does not know. Nothing was taken in: update the installation.");

    public static readonly Error ArchiveUnknown = new(
        "rights.archive-unknown",
        "Cette archive vient d’une version plus récente, ou contient ce que cette installation ne connaît pas. Rien n’a été importé : mettez l’installation à jour.",
        "This archive comes from a newer version, or holds what this installation does not know. Nothing was taken in: update the installation.");

    public static readonly Error ArchiveSignedByAnother = new(
        "rights.archive-signed-by-another",
        "Cette archive n’est pas signée par l’installation attendue. Rien n’a été importé : comparez l’empreinte avec celle que publie l’installation d’origine.",
        "This archive is not signed by the installation that was expected. Nothing was taken in: compare the fingerprint with the one that the other installation publishes.");

    public static readonly Error RecordIsHere = new(
        "rights.record-is-here",
        "Ce dossier est déjà ici, ou vient d’en être effacé. Rien n’a été importé ni changé.",
        "This record is here already, or was erased here a moment ago. Nothing was taken in or changed.");
}
