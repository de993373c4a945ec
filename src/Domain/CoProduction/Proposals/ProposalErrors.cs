using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Proposals;

/// <summary>What is refused about proposals, each code once.</summary>
public static class ProposalErrors
{
    public static readonly Error OnlyThePerson = new(
        "coproduction.only-the-person",
        "Répondre à une proposition appartient à la personne : seule, ou avec vous sur le même écran. Rien n’a été changé ; la proposition attend toujours.",
        "Answering a proposal is the person’s: alone, or with you on one screen. Nothing was changed; the proposal still waits.");

    public static readonly Error TheirsToDo = new(
        "coproduction.theirs-to-do",
        "La personne n’a rien à se proposer : elle change elle-même ce qui est à elle, seule ou avec vous. Rien n’a été changé.",
        "The person has nothing to propose to themself: they change what is theirs, alone or with you. Nothing was changed.");

    public static readonly Error DeclinedBefore = new(
        "coproduction.declined-before",
        "La personne a déjà dit non à cette proposition, et son non est respecté. Rien n’a été changé. Elle peut rouvrir la question quand elle veut.",
        "The person has already said no to this proposal, and their no is respected. Nothing was changed. They can open the matter again whenever they like.");

    public static readonly Error WaitsAlready = new(
        "coproduction.waits-already",
        "La même chose est déjà proposée et attend la réponse de la personne. Rien n’a été changé.",
        "The same is already proposed and waits for the person’s answer. Nothing was changed.");

    public static readonly Error WaitsNoLonger = new(
        "coproduction.waits-no-longer",
        "Cette proposition n’attend plus de réponse : elle en a une, ou elle a été retirée. Rien n’a été changé.",
        "This proposal waits for no answer any more: it has one, or was taken back. Nothing was changed.");

    public static readonly Error ChangedSince = new(
        "coproduction.changed-since",
        "Ce que la proposition veut changer n’est plus ce qui avait été lu. Rien n’a été changé : à relire, puis à décider.",
        "What the proposal would change is no longer what was read. Nothing was changed: read it again, then decide.");

    public static readonly Error NotYours = new(
        "coproduction.not-your-proposal",
        "Seule la personne qui a fait une proposition peut la retirer. Rien n’a été changé.",
        "Only whoever made a proposal can take it back. Nothing was changed.");

    public static readonly Error NotDeclined = new(
        "coproduction.not-declined",
        "On ne rouvre que ce à quoi la personne a dit non. Rien n’a été changé.",
        "Only what the person said no to is opened again. Nothing was changed.");

    public static readonly Error ChangeUnclear = new(
        "coproduction.change-unclear",
        "Dites un changement, et un seul : du plan, des forces ou des étoiles, du même genre et sur la même chose. Rien n’a été changé.",
        "Say one change, and one only: of the plan, the strengths or the stars, of the same kind and about the same thing. Nothing was changed.");

    public static readonly Error ThingNotThePersons = new(
        "coproduction.not-the-persons",
        "Ce qui changerait n’est pas, ou plus, parmi ce que la personne a fait sien. Rien n’a été changé.",
        "What would change is not, or no longer, among what the person made theirs. Nothing was changed.");
}
