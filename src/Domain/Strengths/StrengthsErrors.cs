using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>What the module refuses, each code once.</summary>
public static class StrengthsErrors
{
    public static readonly Error ThePersonDecides = new(
        "strengths.the-person-decides",
        "La personne décide de ses forces : seule, ou avec vous sur le même écran. Rien n’a été changé ; vous pouvez lui proposer une force.",
        "The person decides about their strengths: alone, or with you on one screen. Nothing was changed; you can propose a strength to them.");

    public static readonly Error NothingToAnswer = new(
        "strengths.nothing-to-answer",
        "Cette force n’attend pas de réponse : elle en a déjà une, ou la personne l’a nommée elle-même. Rien n’a été changé.",
        "This strength does not wait for an answer: it has one already, or the person named it themself. Nothing was changed.");

    public static readonly Error NotAmongTheStrengths = new(
        "strengths.not-among-the-strengths",
        "La personne n’a pas dit oui à cette force. Rien n’a été changé.",
        "The person has not said yes to this strength. Nothing was changed.");

    public static readonly Error DeclinedBefore = new(
        "strengths.declined-before",
        "La personne a déjà dit non à cette force, et son non est respecté. Rien n’a été changé. Elle peut la nommer elle-même quand elle veut.",
        "The person has already said no to this strength, and their no is respected. Nothing was changed. They can name it themself whenever they like.");

    public static readonly Error StrengthIdReused = new(
        "strengths.strength-id-reused",
        "Cette force a déjà été reçue avec un autre contenu. Rien n’a été changé : une modification porte un nouvel identifiant.",
        "This strength was already received with another content. Nothing was changed: an edit has an id of its own.");

    public static readonly Error FactIdReused = new(
        "strengths.fact-id-reused",
        "Ce changement a déjà été reçu avec un autre contenu. Rien n’a été changé : chaque changement porte un nouvel identifiant.",
        "This change was already received with another content. Nothing was changed: each change has an id of its own.");

    public static readonly Error StrengthTwice = new(
        "strengths.strength-twice",
        "Une force ne prend qu’une place dans l’ordre. Rien n’a été changé.",
        "A strength takes one place in the order. Nothing was changed.");

    public static readonly Error UnknownStrength = new(
        "strengths.unknown-strength",
        "Cette force n’est pas parmi celles de la personne. Rien n’a été changé.",
        "This strength is not among the person’s. Nothing was changed.");

    public static readonly Error UnknownSuggestion = new(
        "strengths.unknown-suggestion",
        "Cette suggestion n’existe pas. Rien n’a été changé : les mots de la personne suffisent, sans suggestion.",
        "There is no such suggestion. Nothing was changed: the person’s own words are enough, without a suggestion.");

    public static readonly Error UnknownLink = new(
        "strengths.unknown-link",
        "Ce vers quoi la force pointe n’est pas là, ou ne vous est pas ouvert. Rien n’a été changé.",
        "What the strength points to is not there, or is not open to you. Nothing was changed.");
}
