using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Consents;

/// <summary>What is refused about consents, each code once.</summary>
public static class ConsentErrors
{
    public static readonly Error TextStale = new(
        "consent.text-stale",
        "Ce texte n’est plus celui qui est proposé aujourd’hui. Rien n’a été changé : relisez le texte, puis répondez.",
        "This text is no longer the one that is offered today. Nothing was changed: read the text again, then answer.");

    public static readonly Error AnsweredSince = new(
        "consent.answered-since",
        "Une réponse plus récente existe déjà, et ce oui-ci a été donné avant elle. Rien n’a été changé : si c’est toujours oui, répondez de nouveau.",
        "There is a more recent answer already, and this yes was given before it. Nothing was changed: if it is still yes, answer again.");

    public static readonly Error IdReused = new(
        "consent.id-reused",
        "Cette réponse a déjà été reçue avec un autre contenu. Rien n’a été changé : chaque réponse porte un nouvel identifiant.",
        "This answer was already received with another content. Nothing was changed: each answer has an id of its own.");

    public static readonly Error PurposeUnknown = new(
        "consent.purpose-unknown",
        "Personne ne vous demande cela, ou ne vous le demande plus. Rien n’a été changé : relisez la liste.",
        "Nobody asks this of you, or not any more. Nothing was changed: read the list again.");

    public static readonly Error ThemeUnknown = new(
        "consent.theme-unknown",
        "Ce thème de recherche n’est pas dans la liste. Rien n’a été changé.",
        "This theme of research is not in the list. Nothing was changed.");

    public static readonly Error ProjectsUnknown = new(
        "consent.projects-unknown",
        "Un des projets que l’étude nomme n’existe pas. Rien n’a été changé.",
        "One of the projects that the study names is not there. Nothing was changed.");
}
