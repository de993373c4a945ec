using Barometre.Domain.Shared;

namespace Barometre.Application.Rights.Erasures;

/// <summary>What the person is told before they confirm that their record be erased.</summary>
internal static class ErasureTexts
{
    public static readonly IReadOnlyList<Wording> ToKnow =
    [
        new(
            "Tout le dossier sera effacé : les réponses, le réseau, les forces, le plan, le dialogue. Personne ne pourra plus le lire, et il n’y a pas de retour. Vous pouvez en prendre une copie avant.",
            "The whole record will be erased: the answers, the network, the strengths, the plan, the dialogue. Nobody will be able to read it any more, and there is no way back. You can take a copy first."),
        new(
            "Jusqu’à l’heure dite, vous pouvez tout annuler.",
            "Until the stated time you can call it all off."),
        new(
            "Ce que d’autres ont écrit dans le dialogue leur appartient : chaque personne garde, pour elle seule, ses propres messages avec le jour où elle les a écrits. "
            + "Les noms que le dossier connaît (le vôtre, ceux de votre réseau) y sont remplacés par […] ; rien ne les relie à vous ni entre eux. Ce que vous avez écrit, et ce qui a été écrit avec vous, est effacé.",
            "What others wrote in the dialogue is theirs: each keeps, for themself alone, their own messages with the day on which they wrote them. "
            + "The names that the record knows (yours, those of your network) are replaced by […] there; nothing links them to you or to one another. What you wrote, and what was written together with you, is erased."),
        new(
            "Un message peut dire quelque chose de vous sans vous nommer. Si cela vous gêne, demandez à son auteur ou autrice de le retirer avant : un message retiré n’est gardé par personne.",
            "A message may say something of you without naming you. If that bothers you, ask whoever wrote it to take it back first: nobody keeps a message that was taken back."),
    ];
}
