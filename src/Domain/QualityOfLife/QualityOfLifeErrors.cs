using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>What the module refuses, each code once.</summary>
public static class QualityOfLifeErrors
{
    public static readonly Error RatingOutOfRange = new(
        "quality-of-life.rating-out-of-range",
        "Une réponse est un nombre entier de 0 à 100. Rien n’a été changé.",
        "A rating is a whole number from 0 to 100. Nothing was changed.");

    public static readonly Error RatingMissing = new(
        "quality-of-life.rating-missing",
        "Une réponse chiffrée, et elle seule, porte un nombre de 0 à 100. Rien n’a été changé.",
        "A rating, and nothing else, carries a number from 0 to 100. Nothing was changed.");

    public static readonly Error UnknownTheme = new(
        "quality-of-life.unknown-theme",
        "Ce thème n’existe pas dans cette version du questionnaire. Rien n’a été changé.",
        "There is no such theme in this version of the questionnaire. Nothing was changed.");

    public static readonly Error HiddenTheme = new(
        "quality-of-life.hidden-theme",
        "Ce projet ne pose plus la question de ce thème. Les réponses déjà données restent ; rien n’a été changé.",
        "This project no longer asks about this theme. Answers already given remain; nothing was changed.");

    public static readonly Error UnknownInstrument = new(
        "quality-of-life.unknown-instrument",
        "Cette version du questionnaire n’existe pas. Rien n’a été changé.",
        "There is no such version of the questionnaire. Nothing was changed.");

    public static readonly Error NotTheirProject = new(
        "quality-of-life.not-their-project",
        "La personne n’est pas inscrite à ce projet. Rien n’a été changé.",
        "The person is not enrolled in this project. Nothing was changed.");

    public static readonly Error AnswerIdReused = new(
        "quality-of-life.answer-id-reused",
        "La réponse {0} a déjà été reçue avec un autre contenu. Rien n’a été changé : une correction porte un nouvel identifiant.",
        "Answer {0} was already received with another content. Nothing was changed: a correction has an id of its own.");

    public static readonly Error AssessmentIdReused = new(
        "quality-of-life.assessment-id-reused",
        "Cette évaluation existe déjà, ouverte autrement. Rien n’a été changé.",
        "This assessment already exists, opened in another way. Nothing was changed.");

    public static readonly Error AssessmentAbandoned = new(
        "quality-of-life.assessment-abandoned",
        "Cette évaluation a été abandonnée. Ce qu’elle contient reste lisible ; ouvrez-en une nouvelle pour continuer.",
        "This assessment was abandoned. What it holds stays readable; open a new one to go on.");

    public static readonly Error CommentIdReused = new(
        "quality-of-life.comment-id-reused",
        "Ce commentaire a déjà été reçu avec un autre contenu. Rien n’a été changé : une modification porte un nouvel identifiant.",
        "This comment was already received with another content. Nothing was changed: an edit has an id of its own.");

    public static readonly Error CommentAlreadyReplaced = new(
        "quality-of-life.comment-already-replaced",
        "Ce commentaire a déjà été modifié. Rien n’a été changé : relisez la dernière version.",
        "This comment was already edited. Nothing was changed: read its latest version.");

    public static readonly Error NotYourComment = new(
        "quality-of-life.not-your-comment",
        "On ne modifie que ses propres commentaires. Rien n’a été changé.",
        "Only one’s own comments can be edited. Nothing was changed.");

    public static readonly Error CommentsClosed = new(
        "quality-of-life.comments-closed",
        "La personne garde pour elle les commentaires de ce thème. Rien n’a été changé.",
        "The person keeps the comments on this theme to themself. Nothing was changed.");

    public static readonly Error TooManyStars = new(
        "quality-of-life.too-many-stars",
        "Trois étoiles au plus. Rien n’a été changé : retirez-en une pour en choisir une autre.",
        "At most three stars. Nothing was changed: take one off to choose another.");

    public static readonly Error StarTwice = new(
        "quality-of-life.star-twice",
        "Un même thème ne porte qu’une étoile. Rien n’a été changé.",
        "A theme carries one star only. Nothing was changed.");

    public static readonly Error StarsAreThePersons = new(
        "quality-of-life.stars-are-the-persons",
        "C’est la personne qui choisit ses étoiles, seule ou avec vous sur le même écran. Rien n’a été changé.",
        "The person chooses their stars, alone or with you on one screen. Nothing was changed.");

    public static readonly Error BlindModeIsThePersons = new(
        "quality-of-life.blind-mode-is-the-persons",
        "C’est la personne qui choisit de répondre à l’aveugle ou non, seule ou avec vous sur le même écran. Rien n’a été changé.",
        "The person chooses whether answers are given blind, alone or with you on one screen. Nothing was changed.");

    public static readonly Error OwnThemeCode = new(
        "quality-of-life.own-theme-code",
        "Le code d’un thème de projet commence par « project. », suivi de lettres minuscules sans accent, de chiffres ou de tirets bas. Rien n’a été changé.",
        "The code of a project’s theme begins with “project.”, then unaccented lower-case letters, digits or underscores. Nothing was changed.");

    public static readonly Error OwnThemeFixed = new(
        "quality-of-life.own-theme-fixed",
        "Le texte d’un thème ne change pas, pour que les réponses gardent leur sens. Rien n’a été changé : masquez-le et ajoutez-en un autre.",
        "The wording of a theme does not change, so that answers keep their meaning. Nothing was changed: hide it and add another.");

    public static readonly Error UnknownSphere = new(
        "quality-of-life.unknown-sphere",
        "Cette sphère n’existe pas dans le questionnaire. Rien n’a été changé.",
        "There is no such sphere in the questionnaire. Nothing was changed.");
}
