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

    public static readonly Error ArchiveNotReady = new(
        "rights.archive-not-ready",
        "Cette copie n’est pas encore prête. Rien n’est perdu : revenez dans un moment.",
        "This copy is not ready yet. Nothing is lost: come back in a moment.");
}
